package org.wasm2java.aot.instruction;

import static org.wasm2java.aot.instruction.Feature.MVP;
import static org.wasm2java.aot.instruction.Feature.REFERENCE_TYPES;
import static org.wasm2java.aot.instruction.Immediates.NONE;
import static org.wasm2java.aot.instruction.Immediates.VALUE_TYPES;
import static org.wasm2java.aot.instruction.Row.structural;

/**
 * Parametric instructions: any type of operand.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/binary/instructions.html#parametric-instructions">Binary
 *     format</a>
 */
public enum ParametricOpcode implements Opcode {
  // Parametric
  DROP(structural(0x1A, NONE, MVP)),
  SELECT(structural(0x1B, NONE, MVP)),
  SELECT_TYPED(structural(0x1C, VALUE_TYPES, REFERENCE_TYPES).spelt("select"));

  private final Row row;

  ParametricOpcode(Row row) {
    this.row = row.named(name());
  }

  @Override
  public Row row() {
    return row;
  }

  @Override
  public Family family() {
    return Family.PARAMETRIC;
  }
}
