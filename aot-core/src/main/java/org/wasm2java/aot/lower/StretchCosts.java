package org.wasm2java.aot.lower;

import java.util.ArrayDeque;
import java.util.Deque;
import org.wasm2java.aot.instruction.ControlOpcode;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.module.Body;

/**
 * What the stretches of a function cost: the instructions of its body outside loops, and those of
 * each loop's body outside inner loops. Instructions that only mark structure cost nothing. It
 * depends on the module alone, so that a program uses the same fuel everywhere.
 */
final class StretchCosts {
  private final int[] costs;
  private int entry;

  private StretchCosts(int size) {
    costs = new int[size];
  }

  static StretchCosts of(Body body) {
    StretchCosts costs = new StretchCosts(body.size());
    Deque<Integer> stretches = new ArrayDeque<>();
    stretches.push(-1);
    for (int i = 0; i < body.size(); i++) {
      Instruction instruction = body.at(i);
      if (instruction.opcode() == ControlOpcode.LOOP) {
        stretches.push(i);
      } else if (FunctionLowering.opens(instruction)) {
        if (instruction.opcode() == ControlOpcode.IF) {
          costs.count(stretches.element());
        }
        stretches.push(stretches.element());
      } else if (instruction.opcode() == ControlOpcode.END) {
        stretches.pop();
      } else if (!marks(instruction)) {
        costs.count(stretches.element());
      }
    }
    return costs;
  }

  private static boolean marks(Instruction instruction) {
    return instruction.opcode() == ControlOpcode.ELSE || instruction.opcode() == ControlOpcode.NOP;
  }

  private void count(int loop) {
    if (loop < 0) {
      entry++;
    } else {
      costs[loop]++;
    }
  }

  /** Returns the cost of the body outside loops. */
  int entry() {
    return entry;
  }

  /** Returns the cost of one round of the loop that an instruction opens. */
  int loop(int instruction) {
    return costs[instruction];
  }
}
