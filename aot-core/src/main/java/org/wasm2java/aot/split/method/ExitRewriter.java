package org.wasm2java.aot.split.method;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wasm2java.aot.ir.Exit;
import org.wasm2java.aot.ir.StatementRewriter;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.split.method.plan.Exits;

/** Replaces the statements that leave a region by those that leave a part. */
final class ExitRewriter extends StatementRewriter {
  private final Exit.Visitor<Stmt> leaving;
  private final Exits exits;

  /**
   * A rewriter for a region.
   *
   * @param leaving gives the statement that leaves the part
   * @param exits the exits of the region
   */
  ExitRewriter(Exit.Visitor<Stmt> leaving, Exits exits) {
    this.leaving = leaving;
    this.exits = exits;
  }

  @Override
  protected List<Stmt> rewrite(List<Stmt> statements) {
    List<Stmt> rewritten = new ArrayList<>(statements.size());
    statements.forEach(statement -> rewritten.add(rewrite(statement)));
    return rewritten;
  }

  private Stmt rewrite(Stmt statement) {
    Optional<Exit> exit = Exit.of(statement).filter(exits::contains);
    return exit.isPresent() ? exit.get().accept(leaving) : statement.accept(this);
  }

  /** Where numbers are shared, exits that only hand their number on are not listed. */
  @Override
  public Stmt callPart(Stmt.CallPart call) {
    List<Stmt.Way> ways = new ArrayList<>();
    boolean forwards = call.forwards();
    for (Stmt.Way way : call.ways()) {
      Stmt then = rewrite(way.then());
      if (exits.shareNumbers() && isForward(then, way.number())) {
        forwards = true;
      } else {
        ways.add(new Stmt.Way(way.number(), then));
      }
    }
    return new Stmt.CallPart(
        call.part(),
        call.arguments(),
        call.results(),
        ways,
        call.completes(),
        call.sharesNumbers(),
        forwards);
  }

  /** Whether all that an exit does is to leave by its own number. */
  private static boolean isForward(Stmt exit, int number) {
    return exit instanceof Stmt.Leave leave && leave.exit() == number && leave.results().isEmpty();
  }

  @Override
  public Stmt leave(Stmt.Leave leave) {
    throw new IllegalStateException("a region is cut before its own exits are rewritten");
  }
}
