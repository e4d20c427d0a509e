package org.wasm2java.aot.decode;

import java.util.Optional;
import org.wasm2java.aot.module.TableDefinition;
import org.wasm2java.aot.type.TableType;

/**
 * Reads the entries of the table section.
 *
 * @see <a href="https://webassembly.github.io/spec/core/binary/modules.html#table-section">Table
 *     section</a>
 */
final class TableSectionDecoder {
  private static final int WITH_INITIALIZER = 0x40;

  private final ByteReader reader;
  private final TypeDecoder types;
  private final InstructionDecoder instructions;

  TableSectionDecoder(ByteReader reader, TypeDecoder types, InstructionDecoder instructions) {
    this.reader = reader;
    this.types = types;
    this.instructions = instructions;
  }

  /** Reads one table. */
  TableDefinition definition() {
    if (reader.peek() != WITH_INITIALIZER) {
      return new TableDefinition(types.tableType(), Optional.empty());
    }
    reader.u8();
    reader.zero();
    TableType type = types.tableType();
    return new TableDefinition(type, Optional.of(instructions.expression()));
  }
}
