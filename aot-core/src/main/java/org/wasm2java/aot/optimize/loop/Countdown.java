package org.wasm2java.aot.optimize.loop;

import static org.wasm2java.aot.optimize.loop.LinearForm.number;
import static org.wasm2java.aot.optimize.loop.LinearForm.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wasm2java.aot.instruction.NumericOpcode;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Local;

/**
 * How many rounds a test lets come round: as long as a number that becomes less is not negative.
 *
 * @param left the number, as it is at the test of the first round
 * @param less by how much it becomes less in a round, a power of two
 * @param guards conditions under which this is so, beside that the number is not negative at first
 */
record Countdown(LinearForm left, int less, List<Expr> guards) {
  /** Constants up to here can be added to an integer that is not negative, without a sign. */
  private static final int MOST_CONSTANT = 1 << 30;

  /** Copies the guards. */
  Countdown {
    guards = List.copyOf(guards);
  }

  /** Returns what a test of a round counts; empty if it does not count. */
  static Optional<Countdown> of(Test test, Round round, Bulk bulk) {
    if (!(test.left() instanceof Value.Linear left)
        || !(test.right() instanceof Value.Linear right)) {
      return Optional.empty();
    }
    return switch (test.operator()) {
      case "!=" -> different(left.form().minus(right.form()), round);
      case ">" -> above(left.form(), right.form(), test, round, bulk);
      case ">=" -> above(left.form(), right.form(), test, round, bulk);
      case "<" -> above(right.form(), left.form(), test, round, bulk);
      case "<=" -> above(right.form(), left.form(), test, round, bulk);
      default -> Optional.empty();
    };
  }

  private static Optional<Countdown> different(LinearForm difference, Round round) {
    boolean down = round.step(difference) < 0;
    LinearForm toZero = down ? difference : difference.times(-1);
    return of(toZero.plus(-1), List.of(), round);
  }

  private static Optional<Countdown> above(
      LinearForm high, LinearForm low, Test test, Round round, Bulk bulk) {
    if (!high.isFixed(round) && !low.isFixed(round)) {
      return Optional.empty(); // the two could pass each other at the end of the numbers
    }
    boolean small = low.isConstant() && low.constant() >= 0 && low.constant() <= MOST_CONSTANT;
    boolean isSum = test.unsigned() && (small || bulk.reaches(low)); // of two that are positive
    List<Expr> guards = isSum ? List.of() : List.of(isAbove(high, low, test.unsigned()));
    boolean equal = test.operator().length() == 2;
    LinearForm left = high.minus(low).plus(equal ? 0 : -1);
    return of(left, guards, round);
  }

  /** Returns the condition that a number is above, or equal to, another. */
  private static Expr isAbove(LinearForm high, LinearForm low, boolean unsigned) {
    NumericOpcode opcode = unsigned ? NumericOpcode.I32_GE_U : NumericOpcode.I32_GE_S;
    return operation(opcode, high.expr(), low.expr());
  }

  private static Optional<Countdown> of(LinearForm left, List<Expr> guards, Round round) {
    int less = -round.step(left);
    return less > 0 && Integer.bitCount(less) == 1
        ? Optional.of(new Countdown(left, less, guards))
        : Optional.empty();
  }

  /** Returns the conditions under which at least so many rounds come round. */
  List<Expr> guards(int rounds) {
    List<Expr> all = new ArrayList<>();
    int least = (rounds - 1) * less;
    boolean local =
        left.isLocalAndConstant() && left.constant() <= 0 && left.constant() >= -MOST_CONSTANT;
    LinearForm compared = local ? left.plus(-left.constant()) : left;
    int limit = local ? least - left.constant() : least;
    all.add(operation(NumericOpcode.I32_GE_S, compared.expr(), number(limit)));
    all.addAll(guards);
    return all;
  }

  /** Returns the one local that says how many rounds there are, if there is only one. */
  Optional<Local> counter() {
    return left.isLocalAndConstant() ? Optional.of(left.onlyLocal()) : Optional.empty();
  }

  /** Returns how many rounds come round. */
  Expr rounds() {
    Expr all = left.plus(less).expr();
    int shift = Integer.numberOfTrailingZeros(less);
    return shift == 0 ? all : operation(NumericOpcode.I32_SHR_U, all, number(shift));
  }
}
