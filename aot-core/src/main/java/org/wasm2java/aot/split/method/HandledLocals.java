package org.wasm2java.aot.split.method;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.wasm2java.aot.ir.IrFunction;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.StatementWalk;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.live.Liveness;
import org.wasm2java.aot.live.LocalSet;

/**
 * Finds the locals that the body of a try assigns and its handler reads. A part of the body that
 * throws gives nothing back, so what it assigned must be in the object of the activation.
 */
final class HandledLocals extends StatementWalk {
  private final Liveness liveness;
  private final Deque<LocalSet> handled = new ArrayDeque<>();
  private final Set<Local> found = new LinkedHashSet<>();

  private HandledLocals(Liveness liveness) {
    this.liveness = liveness;
  }

  /** Returns the locals in order of first assignment. */
  static Set<Local> of(IrFunction function) {
    HandledLocals locals = new HandledLocals(Liveness.of(function));
    locals.walk(function.body());
    return locals.found;
  }

  @Override
  public Void handling(Stmt.Try handling) {
    handled.push(liveness.at(handling));
    walk(handling.body());
    handled.pop();
    walk(handling.handler());
    return null;
  }

  @Override
  public Void setLocal(Stmt.SetLocal setLocal) {
    Local local = setLocal.local();
    if (!local.isMemory()
        && handled.stream().anyMatch(handler -> handler.contains(local.index()))) {
      found.add(local);
    }
    return super.setLocal(setLocal);
  }
}
