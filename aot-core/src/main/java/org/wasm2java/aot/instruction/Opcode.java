package org.wasm2java.aot.instruction;

/**
 * An instruction's row: everything that any phase knows of it, in one place.
 *
 * @see <a href="https://webassembly.github.io/spec/core/binary/instructions.html">Instructions</a>
 */
public sealed interface Opcode
    permits ControlOpcode,
        ParametricOpcode,
        VariableOpcode,
        TableOpcode,
        MemoryOpcode,
        ReferenceOpcode,
        AggregateOpcode,
        NumericOpcode,
        VectorOpcode,
        AtomicOpcode {
  /**
   * Returns the code: the byte, or for a prefixed instruction the prefix byte times 65536 plus the
   * number behind it, for instance {@code 0xFC0008} for {@code memory.init}.
   */
  int code();

  /** Returns the keyword of the text format. */
  String text();

  /** Returns which immediates follow. */
  Immediates immediates();

  /** Returns how it is typed. */
  Typing typing();

  /** Returns what it can do. */
  Effect effect();

  /** Returns how Java expresses it. */
  JavaForm javaForm();

  /** Returns the extension that brought it. */
  Feature feature();

  /** Returns the enum constant's name. */
  String name();

  /** Returns the code of an instruction behind a prefix byte. */
  static int prefixed(int prefix, int number) {
    return prefix << 16 | number;
  }
}
