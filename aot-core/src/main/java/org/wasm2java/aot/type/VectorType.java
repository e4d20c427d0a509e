package org.wasm2java.aot.type;

/**
 * The type of 128-bit vectors.
 *
 * @see <a href="https://webassembly.github.io/spec/core/syntax/types.html#vector-types">Vector
 *     types</a>
 */
public enum VectorType implements ValueType {
  /** 128 bits. */
  V128;

  @Override
  public String text() {
    return "v128";
  }
}
