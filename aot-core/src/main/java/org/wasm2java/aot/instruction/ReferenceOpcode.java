package org.wasm2java.aot.instruction;

import static org.wasm2java.aot.instruction.Feature.GC;
import static org.wasm2java.aot.instruction.Feature.REFERENCE_TYPES;
import static org.wasm2java.aot.instruction.Feature.TYPED_FUNCTION_REFERENCES;
import static org.wasm2java.aot.instruction.Immediates.FUNCTION;
import static org.wasm2java.aot.instruction.Immediates.HEAP_TYPE;
import static org.wasm2java.aot.instruction.Immediates.HEAP_TYPE_NULL;
import static org.wasm2java.aot.instruction.Immediates.NONE;
import static org.wasm2java.aot.instruction.Opcode.prefixed;
import static org.wasm2java.aot.instruction.Row.structural;

/**
 * Reference instructions.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/binary/instructions.html#reference-instructions">Binary
 *     format</a>
 */
public enum ReferenceOpcode implements Opcode {
  // References
  REF_NULL(structural(0xD0, HEAP_TYPE_NULL, REFERENCE_TYPES)),
  REF_IS_NULL(structural(0xD1, NONE, REFERENCE_TYPES)),
  REF_FUNC(structural(0xD2, FUNCTION, REFERENCE_TYPES)),
  REF_EQ(structural(0xD3, NONE, GC)),
  REF_AS_NON_NULL(structural(0xD4, NONE, TYPED_FUNCTION_REFERENCES)),
  REF_TEST(structural(prefixed(0xFB, 20), HEAP_TYPE, GC)),
  REF_TEST_NULL(structural(prefixed(0xFB, 21), HEAP_TYPE_NULL, GC).spelt("ref.test")),
  REF_CAST(structural(prefixed(0xFB, 22), HEAP_TYPE, GC)),
  REF_CAST_NULL(structural(prefixed(0xFB, 23), HEAP_TYPE_NULL, GC).spelt("ref.cast"));

  private final Row row;

  ReferenceOpcode(Row row) {
    this.row = row.dotted(name());
  }

  @Override
  public Row row() {
    return row;
  }

  @Override
  public Family family() {
    return Family.REFERENCE;
  }
}
