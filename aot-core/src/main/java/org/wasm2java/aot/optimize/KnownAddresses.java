package org.wasm2java.aot.optimize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Expr.GetLocal;
import org.wasm2java.aot.ir.IrFunction;
import org.wasm2java.aot.ir.Label;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.NonNegative;
import org.wasm2java.aot.ir.StatementRewriter;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.live.LocalSet;

/**
 * Finds accesses whose address cannot be negative: an access that succeeded proves it of its base,
 * as long as nothing assigns the local again. The test of the base then need not be written, which
 * makes a third of a typical function's bytecode unnecessary.
 */
final class KnownAddresses extends StatementRewriter {
  /** Stands for a place that control cannot reach: everything is known there. */
  private static final LocalSet NOWHERE = LocalSet.marker();

  private final Map<Label, LocalSet> atLabel = new HashMap<>();
  private final AssignedInLoops assigned;
  private LocalSet known = LocalSet.EMPTY;

  private KnownAddresses(AssignedInLoops assigned) {
    this.assigned = assigned;
  }

  /** Runs the pass. */
  static IrFunction run(IrFunction function) {
    AssignedInLoops assigned = AssignedInLoops.of(function.body());
    return function.withBody(new KnownAddresses(assigned).rewrite(function.body()));
  }

  private static LocalSet meet(LocalSet a, LocalSet b) {
    if (a == NOWHERE) {
      return b;
    }
    return b == NOWHERE ? a : a.intersection(b);
  }

  private boolean isKnown(Expr base) {
    return base instanceof GetLocal get && known.contains(get.local().index());
  }

  private void learn(Expr base) {
    if (base instanceof GetLocal get) {
      note(get.local(), true);
    }
  }

  private void note(Local local, boolean nonNegative) {
    if (known != NOWHERE) {
      int index = local.index();
      known = nonNegative ? known.with(index) : known.without(index);
    }
  }

  @Override
  protected Expr rewrite(Expr expr) {
    if (expr instanceof Expr.Select select) {
      return rewriteSelect(select);
    }
    Expr result = rewriteOperands(expr);
    if (!(result instanceof Expr.Load load)) {
      return result;
    }
    boolean nonNegative = isKnown(load.address());
    learn(load.address());
    return nonNegative
        ? new Expr.Load(
            load.opcode(),
            load.carrier(),
            load.bytes(),
            load.offset(),
            load.address(),
            true,
            load.style(),
            load.at())
        : load;
  }

  /** Only one of the values is evaluated: what it proves is not proved behind it. */
  private Expr rewriteSelect(Expr.Select select) {
    Expr condition = rewrite(select.condition());
    LocalSet before = known;
    Expr ifTrue = rewrite(select.ifTrue());
    known = before;
    Expr ifFalse = rewrite(select.ifFalse());
    known = before;
    return new Expr.Select(condition, ifTrue, ifFalse);
  }

  @Override
  public Stmt store(Stmt.Store store) {
    Expr address = rewrite(store.address());
    boolean nonNegative = isKnown(address);
    Expr value = rewrite(store.value());
    learn(address);
    return new Stmt.Store(
        store.opcode(),
        store.bytes(),
        store.offset(),
        address,
        value,
        nonNegative,
        store.style(),
        store.at());
  }

  @Override
  public Stmt setLocal(Stmt.SetLocal setLocal) {
    Expr value = rewrite(setLocal.value());
    boolean nonNegative =
        setLocal.local().carrier() == Carrier.INT && (isKnown(value) || NonNegative.always(value));
    note(setLocal.local(), nonNegative);
    return new Stmt.SetLocal(setLocal.local(), value);
  }

  @Override
  public Stmt block(Stmt.Block block) {
    atLabel.put(block.label(), NOWHERE);
    List<Stmt> body = rewrite(block.body());
    known = meet(known, atLabel.getOrDefault(block.label(), NOWHERE));
    return new Stmt.Block(block.label(), body);
  }

  @Override
  public Stmt loop(Stmt.Loop loop) {
    if (known != NOWHERE) {
      known = known.minus(assigned.in(loop));
    }
    return super.loop(loop);
  }

  @Override
  public Stmt conditional(Stmt.If conditional) {
    Expr condition = rewrite(conditional.condition());
    LocalSet before = known;
    List<Stmt> thenBody = rewrite(conditional.thenBody());
    LocalSet behindThen = known;
    known = before;
    List<Stmt> elseBody = rewrite(conditional.elseBody());
    known = meet(known, behindThen);
    return new Stmt.If(condition, thenBody, elseBody);
  }

  @Override
  public Stmt multiway(Stmt.Switch multiway) {
    Expr selector = rewrite(multiway.selector());
    LocalSet before = known;
    List<List<Stmt>> cases = new ArrayList<>();
    for (List<Stmt> body : multiway.cases()) {
      known = before;
      cases.add(rewrite(body));
    }
    known = NOWHERE;
    return new Stmt.Switch(selector, multiway.targets(), cases);
  }

  @Override
  public Stmt jump(Stmt.Jump jump) {
    atLabel.computeIfPresent(jump.label(), (label, state) -> meet(known, state));
    known = NOWHERE;
    return jump;
  }

  @Override
  public Stmt handling(Stmt.Try handling) {
    LocalSet before = known;
    List<Stmt> body = rewrite(handling.body());
    LocalSet behindBody = known;
    known = before == NOWHERE ? NOWHERE : before.minus(assigned.in(handling));
    List<Stmt> handler = rewrite(handling.handler());
    known = meet(known, behindBody);
    return new Stmt.Try(body, handling.caught(), handler);
  }

  @Override
  public Stmt throwing(Stmt.Throw throwing) {
    Stmt rewritten = super.throwing(throwing);
    known = NOWHERE;
    return rewritten;
  }

  @Override
  public Stmt returning(Stmt.Return returning) {
    Stmt rewritten = super.returning(returning);
    known = NOWHERE;
    return rewritten;
  }

  @Override
  public Stmt trap(Stmt.Trap trap) {
    known = NOWHERE;
    return trap;
  }
}
