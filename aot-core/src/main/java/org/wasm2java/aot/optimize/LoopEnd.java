package org.wasm2java.aot.optimize;

import java.util.List;
import java.util.Optional;
import org.wasm2java.aot.instruction.NumericOpcode;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.Stmt;

/**
 * The end of a loop that repeats until a local is a number that stays the same.
 *
 * @param counter the local, which is assigned once in a round
 * @param step how much it becomes more in a round; its magnitude is a power of two from two on
 * @param limit the number, a constant or a local that the loop does not assign
 */
record LoopEnd(Local counter, int step, Expr limit) {
  /** Returns the end of an innermost loop of accesses from which checks can be taken. */
  static Optional<LoopEnd> of(Stmt.Loop loop) {
    if (!loop.repeatsAtEndAlone()) {
      return Optional.empty();
    }
    Expr test = loop.lastTest();
    if (test instanceof Expr.GetLocal) {
      return of(loop, test, number(0));
    }
    if (!(test instanceof Expr.Operation operation) || operation.opcode() != NumericOpcode.I32_NE) {
      return Optional.empty();
    }
    Expr left = operation.operands().get(0);
    Expr right = operation.operands().get(1);
    return of(loop, left, right).or(() -> of(loop, right, left));
  }

  private static Optional<LoopEnd> of(Stmt.Loop loop, Expr counter, Expr limit) {
    if (!(counter instanceof Expr.GetLocal get)) {
      return Optional.empty();
    }
    int step = step(get.local(), loop.body());
    boolean counts = Math.abs(step) > 1 && Integer.bitCount(Math.abs(step)) == 1;
    return counts && RoundSurvey.of(loop).countsTo(get.local(), limit)
        ? Optional.of(new LoopEnd(get.local(), step, limit))
        : Optional.empty();
  }

  /** Returns by how much a statement of a round makes a local more; 0 if none does. */
  private static int step(Local counter, List<Stmt> body) {
    for (Stmt statement : body) {
      if (statement instanceof Stmt.SetLocal set
          && set.local().equals(counter)
          && set.value() instanceof Expr.Operation sum
          && sum.opcode() == NumericOpcode.I32_ADD
          && sum.operands().get(0) instanceof Expr.GetLocal get
          && get.local().equals(counter)
          && sum.operands().get(1) instanceof Expr.Constant constant) {
        return (int) constant.bits();
      }
    }
    return 0;
  }

  /** Returns whether statements before the loop, and the limit, make the number of rounds known. */
  boolean isKnownBehind(List<Stmt> before) {
    boolean known = false;
    for (Stmt statement : before) {
      if (statement instanceof Stmt.SetLocal set && set.local().equals(counter)) {
        known = set.value() instanceof Expr.Constant;
      }
    }
    return known && limit instanceof Expr.Constant;
  }

  /** Returns whether rounds are done at once right before the loop, which leaves it one or few. */
  static boolean isLeftFewRounds(List<Stmt> before) {
    return !before.isEmpty()
        && before.get(before.size() - 1) instanceof Stmt.If guard
        && doesRounds(guard);
  }

  /** Whether rounds are done at once first, if a guard and maybe more guards hold. */
  private static boolean doesRounds(Stmt.If guard) {
    if (guard.thenBody().isEmpty()) {
      return false;
    }
    Stmt first = guard.thenBody().get(0);
    return first instanceof Stmt.If further
        ? doesRounds(further)
        : first instanceof Stmt.SetLocal done
            && done.value() instanceof Expr.Entity entity
            && entity.operation().doesRounds();
  }

  /** Returns how many rounds do not step over the limit; 0 if not even one is known not to. */
  Expr rounds() {
    Expr now = new Expr.GetLocal(counter);
    boolean isZero = limit instanceof Expr.Constant constant && constant.bits() == 0;
    Expr down = isZero ? now : operation(NumericOpcode.I32_SUB, now, limit);
    Expr way = step > 0 ? operation(NumericOpcode.I32_SUB, limit, now) : down;
    return operation(NumericOpcode.I32_SHR_U, way, number(Integer.numberOfTrailingZeros(step)));
  }

  static Expr number(int number) {
    return new Expr.Constant(Carrier.INT, number);
  }

  static Expr operation(NumericOpcode opcode, Expr left, Expr right) {
    return new Expr.Operation(opcode, Carrier.INT, List.of(left, right));
  }
}
