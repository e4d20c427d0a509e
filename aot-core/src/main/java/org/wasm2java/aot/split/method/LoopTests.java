package org.wasm2java.aot.split.method;

import org.wasm2java.aot.instruction.JavaForm;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.StatementRewriter;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.split.method.plan.MethodPlan;

/**
 * Marks the loops whose only repetition is a condition at their end: Java's {@code do while}.
 *
 * <p>The JVM compares integers of 32 bits where it jumps. Other numbers it compares first and then
 * tests the result, and at a jump backwards HotSpot's safepoint is between the two: C2 has to keep
 * the result of each round as a number, in some eight instructions. So their opposite leaves the
 * loop, and the jump backwards comes after it.
 */
final class LoopTests extends StatementRewriter {
  private LoopTests() {}

  /** Returns the method with such loops marked. */
  static MethodPlan mark(MethodPlan method) {
    return method.with(method.declared(), new LoopTests().rewrite(method.body()));
  }

  @Override
  public Stmt loop(Stmt.Loop loop) {
    return new Stmt.Loop(loop.label(), rewrite(loop.body()), form(loop));
  }

  private static Stmt.Loop.Form form(Stmt.Loop loop) {
    if (!loop.repeatsAtEndAlone()) {
      return Stmt.Loop.Form.REPEATED_BY_JUMPS;
    }
    return isTestedByJump(loop.lastTest()) ? Stmt.Loop.Form.TESTS_LAST : Stmt.Loop.Form.LEAVES_LAST;
  }

  private static boolean isTestedByJump(Expr condition) {
    if (!(condition instanceof Expr.Operation operation)) {
      return condition.carrier() == Carrier.INT;
    }
    JavaForm form = operation.opcode().javaForm();
    if (form instanceof JavaForm.ZeroTest) {
      return isTestedByJump(operation.operands().get(0));
    }
    return form instanceof JavaForm.Comparison
        ? operation.operands().get(0).carrier() == Carrier.INT
        : operation.carrier() == Carrier.INT && !(form instanceof JavaForm.UnsignedComparison);
  }
}
