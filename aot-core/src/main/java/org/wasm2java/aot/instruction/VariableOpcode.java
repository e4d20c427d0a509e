package org.wasm2java.aot.instruction;

import static org.wasm2java.aot.instruction.Effect.READS;
import static org.wasm2java.aot.instruction.Effect.WRITES;
import static org.wasm2java.aot.instruction.Feature.MVP;
import static org.wasm2java.aot.instruction.Immediates.GLOBAL;
import static org.wasm2java.aot.instruction.Immediates.LOCAL;
import static org.wasm2java.aot.instruction.JavaForm.STRUCTURAL;
import static org.wasm2java.aot.instruction.Typing.CONTEXTUAL;

/**
 * Variable instructions.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/binary/instructions.html#variable-instructions">Binary
 *     format</a>
 */
public enum VariableOpcode implements Opcode {
  // Locals and globals
  LOCAL_GET(0x20, "local.get", LOCAL, CONTEXTUAL, READS, STRUCTURAL, MVP),
  LOCAL_SET(0x21, "local.set", LOCAL, CONTEXTUAL, WRITES, STRUCTURAL, MVP),
  LOCAL_TEE(0x22, "local.tee", LOCAL, CONTEXTUAL, WRITES, STRUCTURAL, MVP),
  GLOBAL_GET(0x23, "global.get", GLOBAL, CONTEXTUAL, READS, STRUCTURAL, MVP),
  GLOBAL_SET(0x24, "global.set", GLOBAL, CONTEXTUAL, WRITES, STRUCTURAL, MVP);

  private final Row row;

  VariableOpcode(
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
