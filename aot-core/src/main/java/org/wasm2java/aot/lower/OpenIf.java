package org.wasm2java.aot.lower;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasm2java.aot.ir.Stmt;

/** An {@code if} that is open, in one of its arms. */
final class OpenIf extends OpenConstruct {
  private final PendingValue condition;
  private final List<PendingValue> parameters;
  private @Nullable Arm then;

  /**
   * An arm that has been lowered.
   *
   * @param results its results, empty if its end is not reachable
   */
  record Arm(List<Stmt> statements, List<PendingValue> results, boolean reachable) {}

  /**
   * An {@code if} before its first arm.
   *
   * @param parameters what both arms start with
   */
  OpenIf(Start start, PendingValue condition, List<PendingValue> parameters) {
    super(Form.IF, start);
    this.condition = condition;
    this.parameters = parameters;
  }

  PendingValue condition() {
    return condition;
  }

  List<PendingValue> parameters() {
    return parameters;
  }

  /** Returns whether the condition is a constant, so that one arm is never entered. */
  boolean isDecided() {
    return condition.constant().isPresent();
  }

  /** Returns whether control can enter the first arm. */
  boolean takesThen() {
    return condition.constant().map(constant -> !constant.isZero()).orElse(true);
  }

  /** Returns whether control can enter the second arm. */
  boolean takesElse() {
    return !isDecided() || !takesThen();
  }

  /** Returns whether the first arm has been closed. */
  boolean inElse() {
    return then != null;
  }

  /** Closes the first arm. */
  void closeThen(Arm arm) {
    then = arm;
  }

  /** Returns the first arm, which has been closed. */
  Arm then() {
    if (then == null) {
      throw new IllegalStateException("the first arm is still open");
    }
    return then;
  }
}
