package org.wasm2java.aot.split.method;

import java.util.ArrayList;
import java.util.List;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Label;
import org.wasm2java.aot.ir.StatementRewriter;
import org.wasm2java.aot.ir.Stmt;

/** Replaces the jumps and returns that leave a region by {@link Stmt.Leave}. */
final class ExitRewriter extends StatementRewriter {
  /** Makes the statements that leave a region. */
  interface Leaving {
    /** Returns what replaces a jump to a label outside. */
    Stmt jump(Label label);

    /** Returns what replaces a return. */
    Stmt returning(List<Expr> values);
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
    return exits.contains(jump.label()) ? leaving.jump(jump.label()) : jump;
  }

  @Override
  public Stmt returning(Stmt.Return returning) {
    return leaving.returning(returning.values());
  }

  @Override
  public Stmt callPart(Stmt.CallPart callPart) {
    if (!exits.areGlobal()) {
      return callPart(callPart, rewrite(callPart.exits()), List.of(), false);
    }
    List<Stmt> kept = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    boolean forwards = callPart.forwards();
    for (int i = 0; i < callPart.exits().size(); i++) {
      Stmt exit = callPart.exits().get(i).accept(this);
      if (isForward(exit, callPart.number(i))) {
        forwards = true;
      } else {
        kept.add(exit);
        numbers.add(callPart.number(i));
      }
    }
    return callPart(callPart, kept, numbers, forwards);
  }

  /** Whether all that an exit does is to leave by its own number. */
  private static boolean isForward(Stmt exit, int number) {
    return exit instanceof Stmt.Leave leave && leave.exit() == number && leave.results().isEmpty();
  }

  private static Stmt callPart(
      Stmt.CallPart call, List<Stmt> exits, List<Integer> numbers, boolean forwards) {
    return new Stmt.CallPart(
        call.part(), call.arguments(), call.results(), exits, call.completes(), numbers, forwards);
  }

  @Override
  public Stmt leave(Stmt.Leave leave) {
    throw new IllegalStateException("a region is cut before its own exits are rewritten");
  }
}
