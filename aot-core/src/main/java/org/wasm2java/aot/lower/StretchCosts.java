package org.wasm2java.aot.lower;

import java.util.ArrayDeque;
import java.util.Deque;
import org.wasm2java.aot.instruction.ControlOpcode;
import org.wasm2java.aot.module.Body;
import org.wasm2java.aot.validate.body.TypedBody;

/**
 * What the stretches of a function cost: the instructions of its body outside loops, and those of
 * each loop's body outside inner loops. Instructions that only mark structure cost nothing. It
 * depends on the module alone, so that a program uses the same fuel everywhere.
 */
final class StretchCosts {
  /** Stands for the loop of what is in none. */
  private static final int FUNCTION = -1;

  private final int[] costs;
  private int entry;

  private StretchCosts(int size) {
    costs = new int[size];
  }

  static StretchCosts of(TypedBody typed) {
    Body body = typed.function().body();
    StretchCosts costs = new StretchCosts(body.size());
    Deque<Integer> loops = new ArrayDeque<>();
    loops.push(FUNCTION);
    int end = FUNCTION;
    for (int i = 0; i < body.size(); i++) {
      if (i == end) {
        loops.pop();
        end = loops.element() == FUNCTION ? FUNCTION : typed.blockEnd(loops.element());
      } else if (body.at(i).opcode() == ControlOpcode.LOOP) {
        loops.push(i);
        end = typed.blockEnd(i);
      } else if (!(body.at(i).opcode() instanceof ControlOpcode opcode) || !marks(opcode)) {
        costs.count(loops.element());
      }
    }
    return costs;
  }

  /** Returns whether an instruction only marks structure. */
  private static boolean marks(ControlOpcode opcode) {
    return switch (opcode) {
      case NOP, BLOCK, LOOP, ELSE, END, TRY, TRY_TABLE, CATCH, CATCH_ALL, DELEGATE -> true;
      case UNREACHABLE,
          IF,
          BR,
          BR_IF,
          BR_TABLE,
          RETURN,
          CALL,
          CALL_INDIRECT,
          RETURN_CALL,
          RETURN_CALL_INDIRECT,
          CALL_REF,
          RETURN_CALL_REF,
          BR_ON_NULL,
          BR_ON_NON_NULL,
          BR_ON_CAST,
          BR_ON_CAST_FAIL,
          THROW,
          THROW_REF,
          RETHROW ->
          false;
    };
  }

  private void count(int loop) {
    if (loop == FUNCTION) {
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
