package org.wasm2java.aot.ir;

import java.util.List;

/** Visits every statement and every expression below statements, in order; subclasses look. */
public abstract class StatementWalk implements Stmt.Visitor<Void> {
  /** Returns how many jumps to a label are in statements. */
  public static int jumps(Label label, List<Stmt> statements) {
    int[] count = {0};
    new StatementWalk() {
      @Override
      public Void jump(Stmt.Jump jump) {
        count[0] += jump.label() == label ? 1 : 0;
        return null;
      }
    }.walk(statements);
    return count[0];
  }

  /** Visits a list. */
  public void walk(List<Stmt> statements) {
    for (Stmt statement : statements) {
      statement.accept(this);
    }
  }

  /** Is told every expression, parents before operands. */
  public void expression(Expr expr) {
    expr.operands().forEach(this::expression);
  }

  @Override
  public Void setLocal(Stmt.SetLocal setLocal) {
    expression(setLocal.value());
    return null;
  }

  @Override
  public Void setGlobal(Stmt.SetGlobal setGlobal) {
    expression(setGlobal.value());
    return null;
  }

  @Override
  public Void store(Stmt.Store store) {
    expression(store.address());
    expression(store.value());
    return null;
  }

  @Override
  public Void evaluate(Stmt.Evaluate evaluate) {
    expression(evaluate.value());
    return null;
  }

  @Override
  public Void block(Stmt.Block block) {
    walk(block.body());
    return null;
  }

  @Override
  public Void loop(Stmt.Loop loop) {
    walk(loop.body());
    return null;
  }

  @Override
  public Void group(Stmt.Group group) {
    walk(group.body());
    return null;
  }

  @Override
  public Void conditional(Stmt.If conditional) {
    expression(conditional.condition());
    walk(conditional.thenBody());
    walk(conditional.elseBody());
    return null;
  }

  @Override
  public Void multiway(Stmt.Switch multiway) {
    expression(multiway.selector());
    multiway.cases().forEach(this::walk);
    return null;
  }

  @Override
  public Void jump(Stmt.Jump jump) {
    return null;
  }

  @Override
  public Void returning(Stmt.Return returning) {
    returning.values().forEach(this::expression);
    return null;
  }

  @Override
  public Void trap(Stmt.Trap trap) {
    return null;
  }

  @Override
  public Void handling(Stmt.Try handling) {
    walk(handling.body());
    walk(handling.handler());
    return null;
  }

  @Override
  public Void throwing(Stmt.Throw throwing) {
    expression(throwing.exception());
    return null;
  }

  @Override
  public Void checkpoint(Stmt.Checkpoint checkpoint) {
    return null;
  }

  @Override
  public Void callPart(Stmt.CallPart callPart) {
    callPart.ways().forEach(way -> walk(List.of(way.then())));
    return null;
  }

  @Override
  public Void leave(Stmt.Leave leave) {
    leave.returned().forEach(this::expression);
    return null;
  }
}
