package org.wasm2java.aot.instruction;

import static org.wasm2java.aot.instruction.Effect.READS;
import static org.wasm2java.aot.instruction.Effect.WRITES;
import static org.wasm2java.aot.instruction.Feature.BULK_MEMORY;
import static org.wasm2java.aot.instruction.Feature.REFERENCE_TYPES;
import static org.wasm2java.aot.instruction.Immediates.ELEMENT;
import static org.wasm2java.aot.instruction.Immediates.ELEMENT_TABLE;
import static org.wasm2java.aot.instruction.Immediates.TABLE;
import static org.wasm2java.aot.instruction.Immediates.TABLE_TABLE;
import static org.wasm2java.aot.instruction.JavaForm.STRUCTURAL;
import static org.wasm2java.aot.instruction.Opcode.prefixed;
import static org.wasm2java.aot.instruction.Typing.CONTEXTUAL;

/**
 * Table instructions.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/binary/instructions.html#table-instructions">Binary
 *     format</a>
 */
public enum TableOpcode implements Opcode {
  // Tables
  TABLE_GET(0x25, "table.get", TABLE, CONTEXTUAL, READS, STRUCTURAL, REFERENCE_TYPES),
  TABLE_SET(0x26, "table.set", TABLE, CONTEXTUAL, WRITES, STRUCTURAL, REFERENCE_TYPES),
  TABLE_INIT(
      prefixed(0xFC, 12), "table.init", ELEMENT_TABLE, CONTEXTUAL, WRITES, STRUCTURAL, BULK_MEMORY),
  ELEM_DROP(prefixed(0xFC, 13), "elem.drop", ELEMENT, CONTEXTUAL, WRITES, STRUCTURAL, BULK_MEMORY),
  TABLE_COPY(
      prefixed(0xFC, 14), "table.copy", TABLE_TABLE, CONTEXTUAL, WRITES, STRUCTURAL, BULK_MEMORY),
  TABLE_GROW(
      prefixed(0xFC, 15), "table.grow", TABLE, CONTEXTUAL, WRITES, STRUCTURAL, REFERENCE_TYPES),
  TABLE_SIZE(
      prefixed(0xFC, 16), "table.size", TABLE, CONTEXTUAL, READS, STRUCTURAL, REFERENCE_TYPES),
  TABLE_FILL(
      prefixed(0xFC, 17), "table.fill", TABLE, CONTEXTUAL, WRITES, STRUCTURAL, REFERENCE_TYPES);

  private final Row row;

  TableOpcode(
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
