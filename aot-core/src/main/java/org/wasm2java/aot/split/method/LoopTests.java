package org.wasm2java.aot.split.method;

import java.util.List;
import org.wasm2java.aot.instruction.JavaForm;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.StatementRewriter;
import org.wasm2java.aot.ir.StatementWalk;
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
    if (!testsLast(loop)) {
      return Stmt.Loop.Form.REPEATED_BY_JUMPS;
    }
    List<Stmt> body = loop.body();
    return isTestedByJump(((Stmt.If) body.get(body.size() - 1)).condition())
        ? Stmt.Loop.Form.TESTS_LAST
        : Stmt.Loop.Form.LEAVES_LAST;
  }

  private static boolean testsLast(Stmt.Loop loop) {
    List<Stmt> body = loop.body();
    return !body.isEmpty()
        && body.get(body.size() - 1) instanceof Stmt.If last
        && last.elseBody().isEmpty()
        && last.thenBody().size() == 1
        && last.thenBody().get(0) instanceof Stmt.Jump jump
        && jump.label() == loop.label()
        && StatementWalk.jumps(loop.label(), body) == 1;
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
