package org.wasm2java.aot.instruction;

import static org.wasm2java.aot.instruction.Effect.PURE;
import static org.wasm2java.aot.instruction.Feature.MVP;
import static org.wasm2java.aot.instruction.Feature.REFERENCE_TYPES;
import static org.wasm2java.aot.instruction.Immediates.NONE;
import static org.wasm2java.aot.instruction.Immediates.VALUE_TYPES;
import static org.wasm2java.aot.instruction.JavaForm.STRUCTURAL;
import static org.wasm2java.aot.instruction.Typing.CONTEXTUAL;

/**
 * Parametric instructions: any type of operand.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/binary/instructions.html#parametric-instructions">Binary
 *     format</a>
 */
public enum ParametricOpcode implements Opcode {
  // Parametric
  DROP(0x1A, "drop", NONE, CONTEXTUAL, PURE, STRUCTURAL, MVP),
  SELECT(0x1B, "select", NONE, CONTEXTUAL, PURE, STRUCTURAL, MVP),
  SELECT_TYPED(0x1C, "select", VALUE_TYPES, CONTEXTUAL, PURE, STRUCTURAL, REFERENCE_TYPES);

  private final Row row;

  ParametricOpcode(
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
