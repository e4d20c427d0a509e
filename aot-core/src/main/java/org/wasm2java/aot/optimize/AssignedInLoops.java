package org.wasm2java.aot.optimize;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.wasm2java.aot.ir.StatementWalk;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.live.LocalSet;

/** Which locals each loop, and each body of a try, assigns, nested ones included. */
final class AssignedInLoops extends StatementWalk {
  private final Map<Stmt, LocalSet> byStatement = new IdentityHashMap<>();
  private LocalSet current = LocalSet.EMPTY;

  private AssignedInLoops() {}

  static AssignedInLoops of(List<Stmt> body) {
    AssignedInLoops assigned = new AssignedInLoops();
    assigned.walk(body);
    return assigned;
  }

  /** Returns the indices of the locals that a loop, or the body of a try, assigns. */
  LocalSet in(Stmt statement) {
    return byStatement.getOrDefault(statement, LocalSet.EMPTY);
  }

  @Override
  public Void setLocal(Stmt.SetLocal setLocal) {
    current = current.with(setLocal.local().index());
    return null;
  }

  @Override
  public Void loop(Stmt.Loop loop) {
    LocalSet outer = current;
    current = LocalSet.EMPTY;
    walk(loop.body());
    byStatement.put(loop, current);
    current = outer.union(current);
    return null;
  }

  @Override
  public Void handling(Stmt.Try handling) {
    LocalSet outer = current;
    current = LocalSet.EMPTY;
    walk(handling.body());
    byStatement.put(handling, current);
    current = outer.union(current);
    walk(handling.handler());
    return null;
  }
}
