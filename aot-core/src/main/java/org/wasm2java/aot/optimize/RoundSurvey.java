package org.wasm2java.aot.optimize;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wasm2java.aot.instruction.NumericOpcode;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.StatementWalk;
import org.wasm2java.aot.ir.Stmt;

/** What the rounds of a loop that calls nothing assign and access. */
final class RoundSurvey extends StatementWalk {
  private final List<Stmt.SetLocal> assignments = new ArrayList<>();
  private final List<Expr> addresses = new ArrayList<>();

  /** Whether there is a loop or a checkpoint. */
  private boolean hasMore;

  private RoundSurvey() {}

  static RoundSurvey of(Stmt.Loop loop) {
    RoundSurvey survey = new RoundSurvey();
    survey.walk(loop.body());
    return survey;
  }

  /**
   * Returns whether rounds that end when a local is a limit are such that counting them lets checks
   * be taken out: all addresses become more by as much in each.
   */
  boolean countsTo(Local counter, Expr limit) {
    return !hasMore
        && isFixed(limit)
        && assignments.stream().filter(set -> set.local().equals(counter)).count() == 1
        && areLinear();
  }

  private boolean isFixed(Expr limit) {
    return limit instanceof Expr.Constant
        || (limit instanceof Expr.GetLocal get
            && assignments.stream().noneMatch(set -> set.local().equals(get.local())));
  }

  private boolean areLinear() {
    Set<Local> others = new HashSet<>();
    boolean more = true;
    while (more) {
      more = false;
      for (Stmt.SetLocal set : assignments) {
        more |= !isLinear(set.value(), others) && others.add(set.local());
      }
    }
    return !addresses.isEmpty()
        && addresses.stream().allMatch(address -> isLinear(address, others));
  }

  /** Whether an expression adds constants and locals other than some. */
  private static boolean isLinear(Expr expr, Set<Local> others) {
    if (expr instanceof Expr.GetLocal get) {
      return !others.contains(get.local());
    }
    if (!(expr instanceof Expr.Operation operation)) {
      return expr instanceof Expr.Constant;
    }
    boolean scales =
        operation.opcode() == NumericOpcode.I32_SHL
            && operation.operands().get(1) instanceof Expr.Constant;
    boolean adds =
        operation.opcode() == NumericOpcode.I32_ADD || operation.opcode() == NumericOpcode.I32_SUB;
    return (scales || adds)
        && operation.operands().stream().allMatch(operand -> isLinear(operand, others));
  }

  @Override
  public Void setLocal(Stmt.SetLocal set) {
    assignments.add(set);
    return super.setLocal(set);
  }

  @Override
  public Void store(Stmt.Store store) {
    addresses.add(store.address());
    return super.store(store);
  }

  @Override
  public void expression(Expr expr) {
    if (expr instanceof Expr.Load load) {
      addresses.add(load.address());
    }
    super.expression(expr);
  }

  @Override
  public Void loop(Stmt.Loop loop) {
    hasMore = true;
    return null;
  }

  @Override
  public Void checkpoint(Stmt.Checkpoint checkpoint) {
    hasMore = true;
    return null;
  }
}
