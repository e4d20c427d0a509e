package org.wasm2java.aot.type;

/**
 * The type of a value.
 *
 * @see <a href="https://webassembly.github.io/spec/core/syntax/types.html#value-types">Value
 *     types</a>
 */
public sealed interface ValueType extends StorageType
    permits NumberType, VectorType, ReferenceType {
  /** Returns the type in the text format, for instance {@code i32} or {@code (ref null 3)}. */
  @Override
  String text();

  /** Returns whether a local of this type has a default value. */
  default boolean isDefaultable() {
    return !(this instanceof ReferenceType reference) || reference.nullable();
  }
}
