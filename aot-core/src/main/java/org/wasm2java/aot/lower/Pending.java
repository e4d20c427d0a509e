package org.wasm2java.aot.lower;

import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Expr.GetLocal;
import org.wasm2java.aot.ir.Local;

/**
 * A value on the operand stack that has not been evaluated yet, with what is known of its tree so
 * that nobody walks it again.
 *
 * @param expr the expression
 * @param effects the effects of the whole tree
 * @param depth the height of the tree
 * @param nodes the number of its nodes
 * @param readsLocals whether any local occurs in it
 */
record Pending(Expr expr, int effects, int depth, int nodes, boolean readsLocals) {
  static Pending leaf(Expr expr) {
    return new Pending(expr, expr.ownEffects(), 1, 1, expr instanceof GetLocal);
  }

  /** Returns whether the tree reads the local. */
  boolean reads(Local local) {
    return readsLocals && reads(expr, local);
  }

  private static boolean reads(Expr expr, Local local) {
    if (expr instanceof GetLocal get) {
      return get.local() == local;
    }
    for (Expr operand : expr.operands()) {
      if (reads(operand, local)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether evaluating it again costs nothing and gives the same. */
  boolean isTrivial() {
    return depth == 1 && (readsLocals || expr instanceof Expr.Constant);
  }
}
