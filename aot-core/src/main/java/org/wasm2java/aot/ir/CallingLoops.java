package org.wasm2java.aot.ir;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Finds the loops that call functions, or parts of their own. */
public class CallingLoops extends StatementWalk {
  private final Set<Stmt.Loop> loops = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean calls;

  /** Returns whether there is a call in a loop that was walked. */
  public final boolean contains(Stmt.Loop loop) {
    return loops.contains(loop);
  }

  /** Returns whether there is a call in what was walked. */
  public final boolean hasCalls() {
    return calls;
  }

  @Override
  public Void loop(Stmt.Loop loop) {
    boolean before = calls;
    calls = false;
    super.loop(loop);
    if (calls) {
      loops.add(loop);
    }
    calls |= before;
    return null;
  }

  @Override
  public void expression(Expr expr) {
    calls |= (expr.ownEffects() & Effects.THROWS) != 0;
    calls |= expr instanceof Expr.Entity entity && entity.operation().isTailCall();
    super.expression(expr);
  }

  @Override
  public Void callPart(Stmt.CallPart callPart) {
    calls = true;
    return super.callPart(callPart);
  }
}
