package org.wasm2java.runtime.type;

/**
 * The type of a global and whether it can be set.
 *
 * <pre>{@code
 * new GlobalType(ValueType.I32, true).text(); // global (mut i32)
 * }</pre>
 *
 * @param valueType the type of the value
 * @param mutable whether the value can change
 * @see <a href="https://webassembly.github.io/spec/core/syntax/types.html#global-types">Global
 *     types</a>
 */
public record GlobalType(ValueType valueType, boolean mutable) implements ExternType {
  @Override
  public String text() {
    return "global " + (mutable ? "(mut " + valueType.text() + ")" : valueType.text());
  }
}
