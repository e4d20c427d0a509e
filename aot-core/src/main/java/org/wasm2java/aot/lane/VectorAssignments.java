package org.wasm2java.aot.lane;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.StatementWalk;
import org.wasm2java.aot.ir.Stmt;

/** Finds the locals of vectors that one statement alone assigns. */
final class VectorAssignments extends StatementWalk {
  private final Map<Local, Expr> values = new HashMap<>();
  private final Set<Local> several = new HashSet<>();

  private VectorAssignments() {}

  /** Returns what is assigned to each local of vectors that is assigned in one place. */
  static Map<Local, Expr> once(List<Stmt> statements) {
    VectorAssignments assignments = new VectorAssignments();
    assignments.walk(statements);
    assignments.values.keySet().removeAll(assignments.several);
    return assignments.values;
  }

  @Override
  public Void setLocal(Stmt.SetLocal setLocal) {
    Local local = setLocal.local();
    if (local.carrier() == Carrier.VECTOR && values.putIfAbsent(local, setLocal.value()) != null) {
      several.add(local);
    }
    return super.setLocal(setLocal);
  }
}
