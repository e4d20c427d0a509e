package org.wasm2java.aot.instruction;

import static org.wasm2java.aot.instruction.Effect.PURE;
import static org.wasm2java.aot.instruction.Effect.TRAPS;
import static org.wasm2java.aot.instruction.Feature.GC;
import static org.wasm2java.aot.instruction.Feature.REFERENCE_TYPES;
import static org.wasm2java.aot.instruction.Feature.TYPED_FUNCTION_REFERENCES;
import static org.wasm2java.aot.instruction.Immediates.FUNCTION;
import static org.wasm2java.aot.instruction.Immediates.HEAP_TYPE;
import static org.wasm2java.aot.instruction.Immediates.HEAP_TYPE_NULL;
import static org.wasm2java.aot.instruction.Immediates.NONE;
import static org.wasm2java.aot.instruction.JavaForm.PENDING;
import static org.wasm2java.aot.instruction.JavaForm.STRUCTURAL;
import static org.wasm2java.aot.instruction.Opcode.prefixed;
import static org.wasm2java.aot.instruction.Typing.CONTEXTUAL;

/**
 * Reference instructions.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/binary/instructions.html#reference-instructions">Binary
 *     format</a>
 */
public enum ReferenceOpcode implements Opcode {
  // References
  REF_NULL(0xD0, "ref.null", HEAP_TYPE_NULL, CONTEXTUAL, PURE, STRUCTURAL, REFERENCE_TYPES),
  REF_IS_NULL(0xD1, "ref.is_null", NONE, CONTEXTUAL, PURE, STRUCTURAL, REFERENCE_TYPES),
  REF_FUNC(0xD2, "ref.func", FUNCTION, CONTEXTUAL, PURE, STRUCTURAL, REFERENCE_TYPES),
  REF_EQ(0xD3, "ref.eq", NONE, CONTEXTUAL, PURE, PENDING, GC),
  REF_AS_NON_NULL(
      0xD4, "ref.as_non_null", NONE, CONTEXTUAL, TRAPS, PENDING, TYPED_FUNCTION_REFERENCES),
  REF_TEST(prefixed(0xFB, 20), "ref.test", HEAP_TYPE, CONTEXTUAL, PURE, PENDING, GC),
  REF_TEST_NULL(prefixed(0xFB, 21), "ref.test", HEAP_TYPE_NULL, CONTEXTUAL, PURE, PENDING, GC),
  REF_CAST(prefixed(0xFB, 22), "ref.cast", HEAP_TYPE, CONTEXTUAL, TRAPS, PENDING, GC),
  REF_CAST_NULL(prefixed(0xFB, 23), "ref.cast", HEAP_TYPE_NULL, CONTEXTUAL, TRAPS, PENDING, GC);

  private final Row row;

  ReferenceOpcode(
      int code,
      String text,
      Immediates immediates,
      Typing typing,
      Effect effect,
      JavaForm javaForm,
      Feature feature) {
    row = new Row(code, text, immediates, typing, effect, javaForm, feature);
  }

  @Override
  public Row row() {
    return row;
  }
}
