package org.wasm2java.aot.instruction;

import static org.wasm2java.aot.instruction.Feature.BULK_MEMORY;
import static org.wasm2java.aot.instruction.Feature.MVP;
import static org.wasm2java.aot.instruction.Immediates.DATA;
import static org.wasm2java.aot.instruction.Immediates.DATA_MEMORY;
import static org.wasm2java.aot.instruction.Immediates.MEMORY;
import static org.wasm2java.aot.instruction.Immediates.MEMORY_MEMORY;
import static org.wasm2java.aot.instruction.Opcode.prefixed;
import static org.wasm2java.aot.instruction.Row.structural;

/**
 * Instructions on whole memories; loads and stores are in {@link AccessOpcode}.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/binary/instructions.html#memory-instructions">Binary
 *     format</a>
 */
public enum MemoryOpcode implements Opcode {
  // Whole memories
  MEMORY_SIZE(structural(0x3F, MEMORY, MVP)),
  MEMORY_GROW(structural(0x40, MEMORY, MVP)),
  MEMORY_INIT(structural(prefixed(0xFC, 8), DATA_MEMORY, BULK_MEMORY)),
  DATA_DROP(structural(prefixed(0xFC, 9), DATA, BULK_MEMORY)),
  MEMORY_COPY(structural(prefixed(0xFC, 10), MEMORY_MEMORY, BULK_MEMORY)),
  MEMORY_FILL(structural(prefixed(0xFC, 11), MEMORY, BULK_MEMORY));

  private final Row row;

  MemoryOpcode(Row row) {
    this.row = row.dotted(name());
  }

  @Override
  public Row row() {
    return row;
  }

  @Override
  public Family family() {
    return Family.MEMORY;
  }
}
