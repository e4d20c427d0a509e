package org.wasm2java.aot.split.method.group;

import java.util.List;
import org.wasm2java.aot.instruction.JavaForm;
import org.wasm2java.aot.instruction.NumericOpcode;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.StatementWalk;
import org.wasm2java.aot.ir.Stmt;

/** Counts the rounds of a loop whose counter starts, steps and ends with constants. */
final class KnownRounds {
  private KnownRounds() {}

  /**
   * Returns how many rounds a loop has that is left at its end alone, or 0 if that is not known.
   *
   * @param before what runs before it, in the same list
   */
  static long of(List<Stmt> before, Stmt.Loop loop) {
    if (!loop.repeatsAtEndAlone()) {
      return 0;
    }
    List<Stmt> body = loop.body();
    Expr condition = loop.lastTest();
    if (condition instanceof Expr.GetLocal get) {
      return rounds(before, body, get.local(), "!=", 0);
    }
    return condition instanceof Expr.Operation operation
            && operation.opcode().javaForm() instanceof JavaForm.Comparison comparison
            && operation.operands().get(0) instanceof Expr.GetLocal get
            && get.carrier() == Carrier.INT
            && operation.operands().get(1) instanceof Expr.Constant end
        ? rounds(before, body, get.local(), comparison.operator(), (int) end.bits())
        : 0;
  }

  private static long rounds(
      List<Stmt> before, List<Stmt> body, Local counter, String operator, int end) {
    int step = step(body, counter);
    Expr start = value(before, counter);
    if (step == 0 || !(start instanceof Expr.Constant constant)) {
      return 0;
    }
    long way = (long) end - (int) constant.bits();
    return switch (operator) {
      case "!=" -> way % step == 0 ? Math.max(way / step, 0) : 0;
      case "<" -> step > 0 ? Math.max(-Math.floorDiv(-way, (long) step), 0) : 0;
      case ">" -> step < 0 ? Math.max(-Math.floorDiv(-way, (long) step), 0) : 0;
      default -> 0;
    };
  }

  /** Returns what the body adds to a counter once in each round, or 0. */
  private static int step(List<Stmt> body, Local counter) {
    Expr added = value(body, counter);
    return assignments(body, counter) == 1
            && added instanceof Expr.Operation sum
            && sum.opcode() == NumericOpcode.I32_ADD
            && sum.operands().get(0).equals(new Expr.GetLocal(counter))
            && sum.operands().get(1) instanceof Expr.Constant step
        ? (int) step.bits()
        : 0;
  }

  private static int assignments(List<Stmt> body, Local local) {
    int[] count = {0};
    new StatementWalk() {
      @Override
      public Void setLocal(Stmt.SetLocal setLocal) {
        count[0] += setLocal.local().equals(local) ? 1 : 0;
        return super.setLocal(setLocal);
      }
    }.walk(body);
    return count[0];
  }

  /** Returns the value that a local gets last in a list, for certain; else the local itself. */
  private static Expr value(List<Stmt> list, Local local) {
    for (int i = list.size() - 1; i >= 0; i--) {
      if (list.get(i) instanceof Stmt.SetLocal set && set.local().equals(local)) {
        return set.value();
      }
      if (assignments(List.of(list.get(i)), local) > 0) {
        break;
      }
    }
    return new Expr.GetLocal(local);
  }
}
