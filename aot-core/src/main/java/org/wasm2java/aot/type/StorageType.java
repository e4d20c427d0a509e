package org.wasm2java.aot.type;

/**
 * The type of a field of a struct or array.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/syntax/types.html#aggregate-types">Aggregate
 *     types</a>
 */
public sealed interface StorageType permits ValueType, PackedType {
  /** Returns the type in the text format. */
  String text();

  /** Returns the type that a value of the field has on the operand stack. */
  default ValueType unpacked() {
    return this instanceof ValueType value ? value : NumberType.I32;
  }
}
