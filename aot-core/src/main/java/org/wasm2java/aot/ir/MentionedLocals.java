package org.wasm2java.aot.ir;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects every local that statements name, in whatever place. */
final class MentionedLocals extends StatementWalk {
  private final Set<Local> found = new LinkedHashSet<>();

  private MentionedLocals() {}

  /** Returns the locals by index. */
  static List<Local> in(List<Stmt> statements) {
    MentionedLocals locals = new MentionedLocals();
    locals.walk(statements);
    List<Local> sorted = new ArrayList<>(locals.found);
    sorted.sort(Comparator.comparingInt(Local::index));
    return sorted;
  }

  private void note(Collection<Local> locals) {
    found.addAll(locals);
  }

  @Override
  public void expression(Expr expr) {
    if (expr instanceof Expr.GetLocal get) {
      found.add(get.local());
    } else if (expr instanceof Expr.Load load) {
      found.add(load.bytes());
    }
    super.expression(expr);
  }

  @Override
  public Void setLocal(Stmt.SetLocal setLocal) {
    found.add(setLocal.local());
    return super.setLocal(setLocal);
  }

  @Override
  public Void store(Stmt.Store store) {
    found.add(store.bytes());
    return super.store(store);
  }

  @Override
  public Void handling(Stmt.Try handling) {
    found.add(handling.caught());
    return super.handling(handling);
  }

  @Override
  public Void callPart(Stmt.CallPart callPart) {
    note(callPart.arguments());
    note(callPart.results());
    return super.callPart(callPart);
  }

  @Override
  public Void leave(Stmt.Leave leave) {
    note(leave.results().stream().map(Stmt.Result::local).toList());
    return super.leave(leave);
  }
}
