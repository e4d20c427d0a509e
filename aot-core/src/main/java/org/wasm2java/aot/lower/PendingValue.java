package org.wasm2java.aot.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Expr.GetLocal;
import org.wasm2java.aot.ir.Local;

/**
 * A value on the operand stack that has not been evaluated yet, with what is known of its tree so
 * that nobody walks it again.
 *
 * @param expr the expression, which has a value: what has none is a statement
 * @param effects the effects of the whole tree
 * @param depth the height of the tree
 * @param nodes the number of its nodes
 * @param readsLocals whether any local occurs in it
 */
record PendingValue(Expr expr, int effects, int depth, int nodes, boolean readsLocals) {
  PendingValue {
    if (expr.carrier() == Carrier.VOID) {
      throw new IllegalArgumentException("what gives no value cannot wait on the operand stack");
    }
  }

  static PendingValue leaf(Expr expr) {
    return new PendingValue(expr, expr.ownEffects(), 1, 1, expr instanceof GetLocal);
  }

  /** Returns a node over operands. */
  static PendingValue node(Expr node, List<PendingValue> operands) {
    int depth = 0;
    int nodes = 1;
    boolean readsLocals = false;
    for (PendingValue operand : operands) {
      depth = Math.max(depth, operand.depth());
      nodes += operand.nodes();
      readsLocals |= operand.readsLocals();
    }
    return new PendingValue(node, effects(node, operands), depth + 1, nodes, readsLocals);
  }

  /** Returns the expressions of values, in a list that may be changed. */
  static List<Expr> exprs(List<PendingValue> values) {
    List<Expr> exprs = new ArrayList<>(values.size());
    values.forEach(value -> exprs.add(value.expr()));
    return exprs;
  }

  /** Returns the effects of a node with those of its operands. */
  static int effects(Expr node, List<PendingValue> operands) {
    int effects = node.ownEffects();
    for (PendingValue operand : operands) {
      effects |= operand.effects();
    }
    return effects;
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

  /** Returns the constant that the value is, if it is one. */
  Optional<Expr.Constant> constant() {
    return expr instanceof Expr.Constant constant ? Optional.of(constant) : Optional.empty();
  }

  /** Returns whether evaluating it again costs nothing and gives the same. */
  boolean isTrivial() {
    return depth == 1 && (readsLocals || expr instanceof Expr.Constant);
  }
}
