package org.wasm2java.aot.split;

import java.util.ArrayList;
import java.util.List;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Stmt;

/** Replaces the jumps and returns that leave a region by {@link Stmt.Leave}. */
final class ExitRewriter implements Stmt.Visitor<Stmt> {
  /** Makes the statement that leaves by an exit. */
  interface Leaving {
    Stmt leave(int exit, List<Expr> returned);
  }

  private final Leaving leaving;
  private final Exits exits;

  ExitRewriter(Leaving leaving, Exits exits) {
    this.leaving = leaving;
    this.exits = exits;
  }

  List<Stmt> rewrite(List<Stmt> statements) {
    List<Stmt> rewritten = new ArrayList<>(statements.size());
    for (Stmt statement : statements) {
      rewritten.add(statement.accept(this));
    }
    return rewritten;
  }

  @Override
  public Stmt setLocal(Stmt.SetLocal setLocal) {
    return setLocal;
  }

  @Override
  public Stmt setGlobal(Stmt.SetGlobal setGlobal) {
    return setGlobal;
  }

  @Override
  public Stmt store(Stmt.Store store) {
    return store;
  }

  @Override
  public Stmt evaluate(Stmt.Evaluate evaluate) {
    return evaluate;
  }

  @Override
  public Stmt block(Stmt.Block block) {
    return new Stmt.Block(block.label(), rewrite(block.body()));
  }

  @Override
  public Stmt loop(Stmt.Loop loop) {
    return new Stmt.Loop(loop.label(), rewrite(loop.body()));
  }

  @Override
  public Stmt conditional(Stmt.If conditional) {
    return new Stmt.If(
        conditional.condition(), rewrite(conditional.thenBody()), rewrite(conditional.elseBody()));
  }

  @Override
  public Stmt multiway(Stmt.Switch multiway) {
    List<List<Stmt>> cases = new ArrayList<>();
    multiway.cases().forEach(body -> cases.add(rewrite(body)));
    return new Stmt.Switch(multiway.selector(), multiway.targets(), cases);
  }

  @Override
  public Stmt jump(Stmt.Jump jump) {
    int exit = exits.number(jump.label());
    return exit == 0 ? jump : leaving.leave(exit, List.of());
  }

  @Override
  public Stmt returning(Stmt.Return returning) {
    return leaving.leave(exits.returnNumber(), returning.values());
  }

  @Override
  public Stmt unreachable(Stmt.Unreachable unreachable) {
    return unreachable;
  }

  @Override
  public Stmt callPart(Stmt.CallPart callPart) {
    return new Stmt.CallPart(
        callPart.part(),
        callPart.arguments(),
        callPart.results(),
        rewrite(callPart.exits()),
        callPart.completes());
  }

  @Override
  public Stmt leave(Stmt.Leave leave) {
    throw new IllegalStateException("a region is cut before its own exits are rewritten");
  }
}
