package org.wasm2java.aot.split.method;

import java.util.List;
import org.wasm2java.aot.ir.StatementRewriter;
import org.wasm2java.aot.ir.StatementWalk;
import org.wasm2java.aot.ir.Stmt;

/** Marks the loops whose only repetition is a condition at their end: Java's {@code do while}. */
final class LoopTests extends StatementRewriter {
  private LoopTests() {}

  /** Returns the method with such loops marked. */
  static MethodPlan mark(MethodPlan method) {
    return method.with(method.declared(), new LoopTests().rewrite(method.body()));
  }

  @Override
  public Stmt loop(Stmt.Loop loop) {
    return new Stmt.Loop(loop.label(), rewrite(loop.body()), testsLast(loop));
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
}
