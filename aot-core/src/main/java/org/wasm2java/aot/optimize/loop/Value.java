package org.wasm2java.aot.optimize.loop;

import java.util.List;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.ir.Expr;

/** What is known of a value in a round, by what the locals hold when the round starts. */
sealed interface Value {
  /** Nothing is known. */
  Value UNKNOWN = new Unknown();

  /** A 32-bit integer that is a sum of locals. */
  record Linear(LinearForm form) implements Value {}

  /** What an access loads. */
  record Loaded(Access access) implements Value {}

  /** A constant, or what a local that is no 32-bit integer holds when the round starts. */
  record Plain(Expr expr) implements Value {}

  /**
   * What an instruction without effects gives.
   *
   * @param size how many instructions it and its operands are
   */
  record Applied(Opcode opcode, List<Value> operands, int size) implements Value {
    /** Larger ones are no shape that is looked for, and values share operands without limit. */
    private static final int MOST_SIZE = 8;

    /** Copies the operands. */
    public Applied {
      operands = List.copyOf(operands);
    }

    /** Returns what the instruction gives; {@link #UNKNOWN}, if an operand is or it is large. */
    static Value of(Opcode opcode, List<Value> operands) {
      int size = 1;
      for (Value operand : operands) {
        if (operand == UNKNOWN) {
          return UNKNOWN;
        }
        size += operand instanceof Applied applied ? applied.size : 0;
      }
      return size > MOST_SIZE ? UNKNOWN : new Applied(opcode, operands, size);
    }
  }

  /** Nothing is known. */
  record Unknown() implements Value {}
}
