package org.wasm2java.aot.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.StatementRewriter;
import org.wasm2java.aot.ir.Stmt;

/** Replaces locals by others, wherever they are read or assigned. */
public class LocalRenaming extends StatementRewriter {
  private final Map<Local, Local> names;

  /** Renames the locals that are keys; others stay. */
  protected LocalRenaming(Map<Local, Local> names) {
    this.names = names;
  }

  /**
   * Returns the statements with the locals renamed.
   *
   * @param names the new locals by the old ones; others stay
   */
  public static List<Stmt> rename(List<Stmt> statements, Map<Local, Local> names) {
    return new LocalRenaming(names).rewrite(statements);
  }

  @Override
  protected Expr rewrite(Expr expr) {
    if (expr instanceof Expr.GetLocal get) {
      Local local = names.get(get.local());
      return local == null ? get : new Expr.GetLocal(local);
    }
    return rewriteOperands(expr);
  }

  @Override
  public Stmt group(Stmt.Group group) {
    Local entry = group.entry();
    return new Stmt.Group(
        entry == null ? null : names.getOrDefault(entry, entry),
        group.kind(),
        rewrite(group.body()));
  }

  /** What is caught is a variable, whatever has it from there on. */
  @Override
  public Stmt handling(Stmt.Try handling) {
    List<Stmt> body = rewrite(handling.body());
    List<Stmt> handler = rewrite(handling.handler());
    Local caught = names.getOrDefault(handling.caught(), handling.caught());
    if (!caught.isInActivation()) {
      return new Stmt.Try(body, caught, handler);
    }
    List<Stmt> kept = new ArrayList<>();
    kept.add(new Stmt.SetLocal(caught, new Expr.GetLocal(handling.caught())));
    kept.addAll(handler);
    return new Stmt.Try(body, handling.caught(), kept);
  }

  @Override
  public Stmt setLocal(Stmt.SetLocal setLocal) {
    Local local = names.getOrDefault(setLocal.local(), setLocal.local());
    return new Stmt.SetLocal(local, rewrite(setLocal.value()));
  }
}
