package org.wasm2java.aot.instruction;

import static org.wasm2java.aot.instruction.Feature.BULK_MEMORY;
import static org.wasm2java.aot.instruction.Feature.REFERENCE_TYPES;
import static org.wasm2java.aot.instruction.Immediates.ELEMENT;
import static org.wasm2java.aot.instruction.Immediates.ELEMENT_TABLE;
import static org.wasm2java.aot.instruction.Immediates.TABLE;
import static org.wasm2java.aot.instruction.Immediates.TABLE_TABLE;
import static org.wasm2java.aot.instruction.Opcode.prefixed;
import static org.wasm2java.aot.instruction.Row.structural;

/**
 * Table instructions.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/binary/instructions.html#table-instructions">Binary
 *     format</a>
 */
public enum TableOpcode implements Opcode {
  // Tables
  TABLE_GET(structural(0x25, TABLE, REFERENCE_TYPES)),
  TABLE_SET(structural(0x26, TABLE, REFERENCE_TYPES)),
  TABLE_INIT(structural(prefixed(0xFC, 12), ELEMENT_TABLE, BULK_MEMORY)),
  ELEM_DROP(structural(prefixed(0xFC, 13), ELEMENT, BULK_MEMORY)),
  TABLE_COPY(structural(prefixed(0xFC, 14), TABLE_TABLE, BULK_MEMORY)),
  TABLE_GROW(structural(prefixed(0xFC, 15), TABLE, REFERENCE_TYPES)),
  TABLE_SIZE(structural(prefixed(0xFC, 16), TABLE, REFERENCE_TYPES)),
  TABLE_FILL(structural(prefixed(0xFC, 17), TABLE, REFERENCE_TYPES));

  private final Row row;

  TableOpcode(Row row) {
    this.row = row.dotted(name());
  }

  @Override
  public Row row() {
    return row;
  }

  @Override
  public Family family() {
    return Family.TABLE;
  }
}
