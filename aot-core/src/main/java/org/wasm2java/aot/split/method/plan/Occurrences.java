package org.wasm2java.aot.split.method.plan;

import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.StatementWalk;
import org.wasm2java.aot.ir.Stmt;

/**
 * Which locals occur in statements and which of them are assigned there; arrays of memories last,
 * without those of the activation.
 */
public final class Occurrences extends StatementWalk {
  private static final Comparator<Local> ORDER =
      Comparator.comparing((Local local) -> local.isMemory()).thenComparingInt(Local::index);

  private final SortedSet<Local> all = new TreeSet<>(ORDER);
  private final SortedSet<Local> assigned = new TreeSet<>(ORDER);

  private Occurrences() {}

  /** Returns what occurs in statements. */
  public static Occurrences of(List<Stmt> statements) {
    Occurrences occurrences = new Occurrences();
    occurrences.walk(statements);
    return occurrences;
  }

  /** Returns the locals that occur. */
  public SortedSet<Local> all() {
    return all;
  }

  /** Returns the locals that are assigned. */
  public SortedSet<Local> assigned() {
    return assigned;
  }

  private void assign(Local local) {
    if (!local.isInActivation()) {
      all.add(local);
      assigned.add(local);
    }
  }

  @Override
  public void expression(Expr expr) {
    if (expr instanceof Expr.GetLocal get) {
      if (!get.local().isInActivation()) {
        all.add(get.local());
      }
      return;
    }
    if (expr instanceof Expr.Load load) {
      all.add(load.bytes());
    }
    super.expression(expr);
  }

  @Override
  public Void setLocal(Stmt.SetLocal setLocal) {
    assign(setLocal.local());
    return super.setLocal(setLocal);
  }

  @Override
  public Void store(Stmt.Store store) {
    all.add(store.bytes());
    return super.store(store);
  }

  @Override
  public Void handling(Stmt.Try handling) {
    assign(handling.caught());
    return super.handling(handling);
  }

  @Override
  public Void callPart(Stmt.CallPart callPart) {
    all.addAll(callPart.arguments());
    callPart.results().forEach(this::assign);
    return super.callPart(callPart);
  }

  @Override
  public Void leave(Stmt.Leave leave) {
    leave.results().forEach(result -> all.add(result.local()));
    return super.leave(leave);
  }
}
