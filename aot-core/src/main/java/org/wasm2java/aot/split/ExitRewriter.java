package org.wasm2java.aot.split;

import java.util.List;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.StatementRewriter;
import org.wasm2java.aot.ir.Stmt;

/** Replaces the jumps and returns that leave a region by {@link Stmt.Leave}. */
final class ExitRewriter extends StatementRewriter {
  /** Makes the statement that leaves by an exit. */
  interface Leaving {
    Stmt leave(int exit, List<Expr> returned);
  }

  private final Leaving leaving;
  private final Exits exits;

  ExitRewriter(Leaving leaving, Exits exits) {
    this.leaving = leaving;
    this.exits = exits;
  }

  /** Rebuilds a region's statements; here so that the package may call it. */
  @Override
  protected List<Stmt> rewrite(List<Stmt> statements) {
    return super.rewrite(statements);
  }

  @Override
  public Stmt jump(Stmt.Jump jump) {
    int exit = exits.number(jump.label());
    return exit == 0 ? jump : leaving.leave(exit, List.of());
  }

  @Override
  public Stmt returning(Stmt.Return returning) {
    return leaving.leave(exits.returnNumber(), returning.values());
  }

  @Override
  public Stmt callPart(Stmt.CallPart callPart) {
    return new Stmt.CallPart(
        callPart.part(),
        callPart.arguments(),
        callPart.results(),
        rewrite(callPart.exits()),
        callPart.completes());
  }

  @Override
  public Stmt leave(Stmt.Leave leave) {
    throw new IllegalStateException("a region is cut before its own exits are rewritten");
  }
}
