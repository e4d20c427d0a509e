package org.wasm2java.aot.ir;

import java.util.ArrayList;
import java.util.List;

/** Rebuilds statements; a pass overrides what it changes. */
public abstract class StatementRewriter implements Stmt.Visitor<Stmt> {
  /** Rebuilds a list; may drop and add statements. */
  protected List<Stmt> rewrite(List<Stmt> list) {
    List<Stmt> rewritten = new ArrayList<>(list.size());
    for (Stmt statement : list) {
      rewritten.add(statement.accept(this));
    }
    return rewritten;
  }

  /** Rebuilds an expression. */
  protected Expr rewrite(Expr expr) {
    return expr;
  }

  /** Returns the expression with its operands rebuilt: itself if none of them changes. */
  protected final Expr rewriteOperands(Expr expr) {
    if (expr.operands().isEmpty()) {
      return expr;
    }
    List<Expr> operands = new ArrayList<>(expr.operands().size());
    boolean changed = false;
    for (Expr operand : expr.operands()) {
      Expr rewritten = rewrite(operand);
      changed |= rewritten != operand;
      operands.add(rewritten);
    }
    return changed ? expr.withOperands(operands) : expr;
  }

  private List<Expr> rewriteAll(List<Expr> exprs) {
    List<Expr> rewritten = new ArrayList<>(exprs.size());
    exprs.forEach(expr -> rewritten.add(rewrite(expr)));
    return rewritten;
  }

  @Override
  public Stmt setLocal(Stmt.SetLocal setLocal) {
    return new Stmt.SetLocal(setLocal.local(), rewrite(setLocal.value()), setLocal.declares());
  }

  @Override
  public Stmt setGlobal(Stmt.SetGlobal setGlobal) {
    return new Stmt.SetGlobal(
        setGlobal.globalIndex(), setGlobal.part(), rewrite(setGlobal.value()));
  }

  @Override
  public Stmt store(Stmt.Store store) {
    Expr address = rewrite(store.address());
    Expr value = rewrite(store.value());
    return new Stmt.Store(
        store.opcode(),
        store.bytes(),
        store.offset(),
        address,
        value,
        store.nonNegative(),
        store.style(),
        store.at());
  }

  @Override
  public Stmt evaluate(Stmt.Evaluate evaluate) {
    return new Stmt.Evaluate(rewrite(evaluate.value()));
  }

  @Override
  public Stmt block(Stmt.Block block) {
    return new Stmt.Block(block.label(), rewrite(block.body()));
  }

  @Override
  public Stmt loop(Stmt.Loop loop) {
    return new Stmt.Loop(loop.label(), rewrite(loop.body()), loop.form());
  }

  @Override
  public Stmt group(Stmt.Group group) {
    return new Stmt.Group(group.entry(), group.kind(), rewrite(group.body()));
  }

  @Override
  public Stmt conditional(Stmt.If conditional) {
    return new Stmt.If(
        rewrite(conditional.condition()),
        rewrite(conditional.thenBody()),
        rewrite(conditional.elseBody()));
  }

  @Override
  public Stmt multiway(Stmt.Switch multiway) {
    Expr selector = rewrite(multiway.selector());
    List<List<Stmt>> cases = new ArrayList<>();
    multiway.cases().forEach(body -> cases.add(rewrite(body)));
    return new Stmt.Switch(selector, multiway.targets(), cases);
  }

  @Override
  public Stmt jump(Stmt.Jump jump) {
    return jump;
  }

  @Override
  public Stmt returning(Stmt.Return returning) {
    return new Stmt.Return(rewriteAll(returning.values()));
  }

  @Override
  public Stmt trap(Stmt.Trap trap) {
    return trap;
  }

  @Override
  public Stmt handling(Stmt.Try handling) {
    return new Stmt.Try(rewrite(handling.body()), handling.caught(), rewrite(handling.handler()));
  }

  @Override
  public Stmt throwing(Stmt.Throw throwing) {
    return new Stmt.Throw(rewrite(throwing.exception()));
  }

  @Override
  public Stmt checkpoint(Stmt.Checkpoint checkpoint) {
    return checkpoint;
  }

  @Override
  public Stmt callPart(Stmt.CallPart callPart) {
    List<Stmt.Way> ways = new ArrayList<>();
    for (Stmt.Way way : callPart.ways()) {
      ways.add(new Stmt.Way(way.number(), way.then().accept(this)));
    }
    return new Stmt.CallPart(
        callPart.part(),
        callPart.arguments(),
        callPart.results(),
        ways,
        callPart.completes(),
        callPart.sharesNumbers(),
        callPart.forwards());
  }

  @Override
  public Stmt leave(Stmt.Leave leave) {
    return new Stmt.Leave(leave.exit(), leave.results(), rewriteAll(leave.returned()));
  }
}
