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
        AccessOpcode,
        ReferenceOpcode,
        AggregateOpcode,
        NumericOpcode,
        VectorOpcode,
        AtomicOpcode {
  /** Returns the columns; the methods below are its shorthands. */
  Row row();

  /** Returns the code, see {@link Row#code}. */
  default int code() {
    return row().code();
  }

  /** Returns the keyword of the text format. */
  default String text() {
    return row().text();
  }

  /** Returns which immediates follow. */
  default Immediates immediates() {
    return row().immediates();
  }

  /** Returns how it is typed. */
  default Typing typing() {
    return row().typing();
  }

  /** Returns what it can do. */
  default Effect effect() {
    return row().effect();
  }

  /** Returns how Java expresses it. */
  default JavaForm javaForm() {
    return row().javaForm();
  }

  /** Returns the extension that brought it. */
  default Feature feature() {
    return row().feature();
  }

  /** Returns the family that its enum is. */
  Family family();

  /** Returns the enum constant's name. */
  String name();

  /** Returns the code of an instruction behind a prefix byte. */
  static int prefixed(int prefix, int number) {
    return prefix << 16 | number;
  }
}
