package org.wasm2java.aot.validate.body;

import org.wasm2java.aot.type.ReferenceType;

/** Reference types with and without null. */
final class Nullability {
  private Nullability() {}

  static ReferenceType without(ReferenceType type) {
    return type.nullable() ? ReferenceType.nonNull(type.heapType()) : type;
  }
}
