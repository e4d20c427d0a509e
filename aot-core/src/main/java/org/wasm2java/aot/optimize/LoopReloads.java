package org.wasm2java.aot.optimize;

import java.util.List;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.EntityOperation;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.IrFunction;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.StatementRewriter;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.live.Liveness;
import org.wasm2java.aot.live.LocalSet;

/**
 * Fetches the array behind a memory again only if it is another one, in loops that call. A test
 * that always fails is predicted, so the accesses of the next round need not wait for the array,
 * and HotSpot sees that the array stays the same.
 *
 * <pre>{@code
 * loop { f(); mem = bytes(); .. }   becomes   loop { f(); if (moved(mem)) { mem = bytes(); } .. }
 * }</pre>
 */
final class LoopReloads extends StatementRewriter {
  private final Liveness liveness;

  /** The arrays that an enclosing loop reads, which are assigned everywhere inside it. */
  private LocalSet assigned = LocalSet.EMPTY;

  private LoopReloads(Liveness liveness) {
    this.liveness = liveness;
  }

  /** Runs the pass. */
  static IrFunction run(IrFunction function) {
    return function.withBody(new LoopReloads(Liveness.of(function)).rewrite(function.body()));
  }

  @Override
  public Stmt loop(Stmt.Loop loop) {
    LocalSet outside = assigned;
    assigned = outside.union(liveness.at(loop.label()));
    Stmt rewritten = super.loop(loop);
    assigned = outside;
    return rewritten;
  }

  @Override
  public Stmt setLocal(Stmt.SetLocal setLocal) {
    Local local = setLocal.local();
    boolean again =
        setLocal.value() instanceof Expr.Entity entity
            && entity.operation() == EntityOperation.MEMORY_BYTES
            && assigned.contains(local.index());
    if (!again) {
      return setLocal;
    }
    Expr.Entity bytes = (Expr.Entity) setLocal.value();
    Expr moved =
        new Expr.Entity(
            EntityOperation.MEMORY_MOVED,
            Carrier.INT,
            bytes.first(),
            0,
            List.of(new Expr.GetLocal(local)));
    return new Stmt.If(moved, List.of(setLocal), List.of());
  }
}
