package org.wasm2java.aot.validate.body;

import org.wasm2java.aot.type.ConcreteHeapType;
import org.wasm2java.aot.type.HeapType;
import org.wasm2java.aot.type.ReferenceType;
import org.wasm2java.aot.type.ValueType;

/**
 * The types that only unreachable code has, below all others. No module can name them, because no
 * type has the index that they use.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/appendix/algorithm.html#data-structures">Bot</a>
 */
final class Bottom {
  private static final HeapType HEAP_TYPE = new ConcreteHeapType(-1);

  /** Any reference, but no other value. */
  static final ReferenceType REFERENCE = ReferenceType.nonNull(HEAP_TYPE);

  /** Any value. */
  static final ValueType VALUE = ReferenceType.nullable(HEAP_TYPE);

  private Bottom() {}

  static boolean isValue(ValueType type) {
    return type == VALUE;
  }

  static boolean isReference(ValueType type) {
    return type == REFERENCE;
  }
}
