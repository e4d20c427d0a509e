package org.wasm2java.aot.validate.body;

import org.wasm2java.aot.type.NumberType;

/** Address types as the types of operands. */
final class AddressTypes {
  private AddressTypes() {}

  /** Returns the type of a length that both address types can express. */
  static NumberType smaller(NumberType first, NumberType second) {
    return first == NumberType.I64 ? second : first;
  }
}
