package org.wasm2java.aot.lower;

import java.util.ArrayList;
import java.util.List;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Expr.GetLocal;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.Stmt;

/** Assigns values to several locals at once: none sees a local that another of them assigns. */
final class ParallelAssignment {
  private final ValueStack stack;
  private final Locals locals;

  ParallelAssignment(ValueStack stack, Locals locals) {
    this.stack = stack;
    this.locals = locals;
  }

  /** Assigns values that were popped, behind all that must have happened before. */
  void assign(List<Local> targets, List<PendingValue> values) {
    List<PendingValue> safe = values;
    if (overlaps(targets, values)) {
      safe = new ArrayList<>();
      for (int i = 0; i < values.size(); i++) {
        safe.add(kept(values.get(i), targets.get(i)));
      }
    }
    for (int i = 0; i < targets.size(); i++) {
      stack.assign(targets.get(i), safe.get(i));
    }
  }

  /**
   * Returns a value that no assignment changes. What keeps it is declared as its target is: null
   * has no class by itself.
   */
  private PendingValue kept(PendingValue value, Local target) {
    if (value.expr() instanceof Expr.Constant) {
      return value;
    }
    Local temporary = locals.temporary(target.carrier());
    stack.assign(temporary, value);
    return PendingValue.leaf(new GetLocal(temporary));
  }

  /** Returns the assignments of values that are trivial, so that nothing pending is in the way. */
  List<Stmt> apart(List<Local> targets, List<PendingValue> values) {
    List<Stmt> statements = new ArrayList<>();
    List<Expr> sources = PendingValue.exprs(values);
    if (overlaps(targets, values)) {
      for (int i = 0; i < sources.size(); i++) {
        if (!(sources.get(i) instanceof Expr.Constant)) {
          Local temporary = locals.temporary(targets.get(i).carrier());
          statements.add(new Stmt.SetLocal(temporary, sources.get(i)));
          sources.set(i, new GetLocal(temporary));
        }
      }
    }
    for (int i = 0; i < targets.size(); i++) {
      statements.add(new Stmt.SetLocal(targets.get(i), sources.get(i)));
    }
    return statements;
  }

  private static boolean overlaps(List<Local> targets, List<PendingValue> values) {
    for (int i = 0; i < targets.size(); i++) {
      for (int later = i + 1; later < values.size(); later++) {
        if (values.get(later).reads(targets.get(i))) {
          return true;
        }
      }
    }
    return false;
  }
}
