package org.wasm2java.aot.instruction;

import static org.wasm2java.aot.instruction.Feature.MVP;
import static org.wasm2java.aot.instruction.Immediates.GLOBAL;
import static org.wasm2java.aot.instruction.Immediates.LOCAL;
import static org.wasm2java.aot.instruction.Row.structural;

/**
 * Variable instructions.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/binary/instructions.html#variable-instructions">Binary
 *     format</a>
 */
public enum VariableOpcode implements Opcode {
  // Locals and globals
  LOCAL_GET(structural(0x20, LOCAL, MVP)),
  LOCAL_SET(structural(0x21, LOCAL, MVP)),
  LOCAL_TEE(structural(0x22, LOCAL, MVP)),
  GLOBAL_GET(structural(0x23, GLOBAL, MVP)),
  GLOBAL_SET(structural(0x24, GLOBAL, MVP));

  private final Row row;

  VariableOpcode(Row row) {
    this.row = row.dotted(name());
  }

  @Override
  public Row row() {
    return row;
  }

  @Override
  public Family family() {
    return Family.VARIABLE;
  }
}
