package org.wasm2java.aot.optimize;

import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.wasm2java.aot.ir.StatementWalk;
import org.wasm2java.aot.ir.Stmt;

/** Which locals each loop of a function assigns, nested loops included. */
final class AssignedInLoops extends StatementWalk {
  private final Map<Stmt.Loop, BitSet> byLoop = new IdentityHashMap<>();
  private BitSet current = new BitSet();

  private AssignedInLoops() {}

  static AssignedInLoops of(List<Stmt> body) {
    AssignedInLoops assigned = new AssignedInLoops();
    assigned.walk(body);
    return assigned;
  }

  /** Returns the indices of the locals that a loop assigns. */
  BitSet in(Stmt.Loop loop) {
    return byLoop.getOrDefault(loop, new BitSet());
  }

  @Override
  public Void setLocal(Stmt.SetLocal setLocal) {
    current.set(setLocal.local().index());
    return null;
  }

  @Override
  public Void loop(Stmt.Loop loop) {
    BitSet outer = current;
    current = new BitSet();
    walk(loop.body());
    byLoop.put(loop, current);
    outer.or(current);
    current = outer;
    return null;
  }
}
