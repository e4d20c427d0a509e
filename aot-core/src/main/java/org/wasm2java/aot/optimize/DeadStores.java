package org.wasm2java.aot.optimize;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.wasm2java.aot.ir.Effects;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.IrFunction;
import org.wasm2java.aot.ir.StatementRewriter;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.ir.Stmt.SetLocal;
import org.wasm2java.aot.live.Liveness;
import org.wasm2java.aot.live.LocalSet;

/**
 * Removes assignments that nobody reads: zeros of locals that are assigned before use, arrays of
 * memories fetched again behind calls, values that are dropped. What the value does stays.
 */
final class DeadStores {
  /** Removing a store can make the stores that fed it dead; more rounds than this pay nothing. */
  private static final int ROUNDS = 3;

  private DeadStores() {}

  /** Runs the pass. */
  static IrFunction run(IrFunction function) {
    IrFunction current = function;
    for (int round = 0; round < ROUNDS; round++) {
      Set<Stmt> dead = dead(current);
      if (dead.isEmpty()) {
        return current;
      }
      current = current.withBody(new Removal(dead).rewrite(current.body()));
    }
    return current;
  }

  private static Set<Stmt> dead(IrFunction function) {
    Set<Stmt> dead = Collections.newSetFromMap(new IdentityHashMap<>());
    Liveness.of(function)
        .walk(function.body(), (list, index, live) -> note(list.get(index), live, dead));
    return dead;
  }

  private static void note(Stmt statement, LocalSet live, Set<Stmt> dead) {
    if (statement instanceof SetLocal set) {
      boolean same = set.value() instanceof Expr.GetLocal get && get.local() == set.local();
      if (same || !live.contains(set.local().index())) {
        dead.add(set);
      }
    }
  }

  private static final class Removal extends StatementRewriter {
    private final Set<Stmt> dead;

    Removal(Set<Stmt> dead) {
      this.dead = dead;
    }

    @Override
    protected List<Stmt> rewrite(List<Stmt> list) {
      List<Stmt> kept = new ArrayList<>(list.size());
      for (Stmt statement : list) {
        if (!dead.contains(statement)) {
          kept.add(statement.accept(this));
        } else if (!Effects.isRemovable(Effects.of(((SetLocal) statement).value()))) {
          kept.add(new Stmt.Evaluate(((SetLocal) statement).value()));
        }
      }
      return kept;
    }
  }
}
