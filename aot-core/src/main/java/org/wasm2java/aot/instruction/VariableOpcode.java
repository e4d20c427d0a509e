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

  private final int code;
  private final String text;
  private final Immediates immediates;
  private final Typing typing;
  private final Effect effect;
  private final JavaForm javaForm;
  private final Feature feature;

  VariableOpcode(
      int code,
      String text,
      Immediates immediates,
      Typing typing,
      Effect effect,
      JavaForm javaForm,
      Feature feature) {
    this.code = code;
    this.text = text;
    this.immediates = immediates;
    this.typing = typing;
    this.effect = effect;
    this.javaForm = javaForm;
    this.feature = feature;
  }

  @Override
  public int code() {
    return code;
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public Immediates immediates() {
    return immediates;
  }

  @Override
  public Typing typing() {
    return typing;
  }

  @Override
  public Effect effect() {
    return effect;
  }

  @Override
  public JavaForm javaForm() {
    return javaForm;
  }

  @Override
  public Feature feature() {
    return feature;
  }
}
