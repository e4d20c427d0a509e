package org.wasm2java.aot.split.method;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wasm2java.aot.ir.IrFunction;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.StatementRewriter;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.live.LiveBehind;
import org.wasm2java.aot.live.Liveness;
import org.wasm2java.aot.live.LocalSet;
import org.wasm2java.aot.split.method.plan.C1RegisterEstimator;
import org.wasm2java.aot.split.method.plan.FunctionPlan;
import org.wasm2java.aot.split.method.plan.MethodLimit;
import org.wasm2java.aot.split.method.plan.MethodLoad;
import org.wasm2java.aot.split.method.plan.MethodPlan;
import org.wasm2java.aot.split.method.plan.MethodSizeEstimator;
import org.wasm2java.aot.split.method.plan.Occurrences;
import org.wasm2java.aot.split.method.plan.Strategy;

/**
 * Cuts a function into methods. Works from the innermost lists of statements outwards: each group
 * of cases becomes a part, and a list that is too large gives runs of its statements away as parts,
 * first those that are not the spine of nested constructs, so that a dispatch stays in one method
 * with its loop.
 */
final class FunctionOutliner {
  /** A part costs its call; fewer bytes are not worth one. */
  private static final int LEAST_PART = 60;

  /** A part that takes and gives more locals spends most of its bytes on that. */
  private static final int MOST_HANDED = 600;

  private final IrFunction function;
  private final List<Local> activation;
  private final Strategy strategy;
  private final MethodLimit limit;
  private final MethodSizeEstimator sizes = new MethodSizeEstimator();
  private final C1RegisterEstimator registers = new C1RegisterEstimator();
  private final List<MethodPlan> parts = new ArrayList<>();
  private final Liveness liveness;

  /** The methods that lead from one case to the next, by what they do: cases share them. */
  private final Map<MethodPlan, Integer> shared = new HashMap<>();

  /** Whether every group may be put back. */
  private final boolean onlyCases;

  /** Whether so many locals cross the borders of parts that only arrays can carry them. */
  private boolean crowded;

  private FunctionOutliner(ActivationPlacement placed, Strategy strategy, MethodLimit limit) {
    this.function = placed.function();
    this.activation = placed.activation();
    this.strategy = strategy;
    this.limit = limit;
    this.liveness = Liveness.of(function);
    this.onlyCases = Ungrouping.isPossible(function.body());
  }

  /** Returns the methods, or nothing if variables cannot carry what parts hand on. */
  static Optional<FunctionPlan> cut(
      ActivationPlacement placed, Strategy strategy, MethodLimit limit) {
    return new FunctionOutliner(placed, strategy, limit).cut();
  }

  private Optional<FunctionPlan> cut() {
    List<Stmt> body = function.body();
    List<Stmt> fitted = fit(body, liveness.behind(body), limit.whole());
    if (crowded) {
      return Optional.empty();
    }
    List<MethodPlan> methods = new ArrayList<>();
    methods.add(MethodPlan.own(function, hasActivation(), fitted));
    methods.addAll(parts);
    return Optional.of(new FunctionPlan(function.functionIndex(), activation, methods));
  }

  private boolean hasActivation() {
    return !activation.isEmpty();
  }

  /** One statement of a list that is being cut, with what is live behind it. */
  private record Piece(Stmt statement, MethodLoad load, boolean spine, LocalSet behind) {}

  private List<Stmt> fit(List<Stmt> list, LiveBehind live, int budget) {
    if (crowded || load(list).fits(limit, budget) && mayStay(list)) {
      return Ungrouping.of(list);
    }
    List<Piece> pieces = pieces(list, live);
    pieces = group(pieces, budget, false);
    long before = Long.MAX_VALUE;
    long excess = total(pieces).excess(limit, budget).total();
    while (excess > 0 && excess < before) {
      before = excess;
      pieces = group(pieces, budget, true);
      excess = total(pieces).excess(limit, budget).total();
    }
    List<Stmt> fitted = new ArrayList<>();
    pieces.forEach(piece -> fitted.add(piece.statement()));
    return fitted;
  }

  private List<Piece> pieces(List<Stmt> list, LiveBehind live) {
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      LiveBehind.Statement behind = live.statements().get(i);
      pieces.add(
          list.get(i) instanceof Stmt.Group group
              ? outlineGroup(group, behind)
              : piece(list.get(i), behind));
    }
    return pieces;
  }

  /** Returns whether statements that fit a method may be in one, groups and all. */
  private boolean mayStay(List<Stmt> list) {
    return onlyCases || Ungrouping.isPossible(list);
  }

  private MethodLoad load(List<Stmt> list) {
    return new MethodLoad(sizes.of(list), registers.of(list));
  }

  private MethodLoad load(Stmt statement) {
    return new MethodLoad(sizes.of(statement), registers.of(statement));
  }

  private Piece piece(Stmt whole, LiveBehind.Statement behind) {
    int most = whole instanceof Stmt.Loop ? limit.loop() : limit.target();
    MethodLoad load = load(whole);
    if (load.fits(limit, most) && mayStay(List.of(whole))) {
      return new Piece(whole.accept(Ungrouping.PASS), load, false, behind.live());
    }
    Stmt shrunk = whole.accept(new Shrink(behind));
    return new Piece(shrunk, load(shrunk), true, behind.live());
  }

  /** A group of cases always becomes a part: the dispatch must keep its own method small. */
  private Piece outlineGroup(Stmt.Group group, LiveBehind.Statement behind) {
    List<Piece> pieces = pieces(group.body(), behind.inside().get(0));
    Piece part = outline(group(pieces, limit.target(), true), group.kind());
    return new Piece(part.statement(), part.load(), false, behind.live());
  }

  private static MethodLoad total(List<Piece> pieces) {
    MethodLoad total = MethodLoad.NONE;
    for (Piece piece : pieces) {
      total = total.plus(piece.load());
    }
    return total;
  }

  /** Replaces runs of pieces by parts until the rest fits or nothing is left to give away. */
  private List<Piece> group(List<Piece> pieces, int budget, boolean withSpines) {
    List<Piece> grouped = new ArrayList<>();
    MethodLoad.Excess excess = total(pieces).excess(limit, budget);
    int start = 0;
    while (start < pieces.size() && !crowded) {
      int end = runEnd(pieces, start, withSpines, excess);
      List<Piece> run = pieces.subList(start, Math.max(end, start + 1));
      MethodLoad load = total(run);
      if (end > start && load.bytes() >= LEAST_PART && excess.fallsWithout(load)) {
        if (callSize(run) < load.bytes()) {
          Piece part = outline(run, Stmt.Group.Kind.CASES);
          excess = excess.replacing(load, part.load());
          run = List.of(part);
        }
      }
      start = Math.max(end, start + 1);
      grouped.addAll(run);
    }
    return grouped;
  }

  private int runEnd(List<Piece> pieces, int start, boolean withSpines, MethodLoad.Excess excess) {
    int end = start;
    MethodLoad load = MethodLoad.NONE;
    while (end < pieces.size() && (withSpines || !pieces.get(end).spine())) {
      load = load.plus(pieces.get(end).load());
      if (end > start && !load.fits(limit, limit.target())) {
        break;
      }
      end++;
      if (!excess.fallsWithout(load) || excess.endsWithout(load)) {
        break;
      }
    }
    return end;
  }

  private Region region(List<Piece> run, Stmt.Group.Kind kind) {
    List<Stmt> statements = new ArrayList<>();
    run.forEach(piece -> statements.add(piece.statement()));
    LocalSet live = run.get(run.size() - 1).behind();
    if (kind == Stmt.Group.Kind.CASE) {
      live = withoutMemories(live, statements);
    }
    int labels = strategy == Strategy.ARRAYS ? function.labelCount() : -1;
    return new Region(statements, live, liveness, function.results(), labels);
  }

  /** What a case fetches of memories is fetched again behind it, where that is needed. */
  private static LocalSet withoutMemories(LocalSet live, List<Stmt> statements) {
    LocalSet others = live;
    for (Local local : Occurrences.of(statements).assigned()) {
      others = local.isMemory() ? others.without(local.index()) : others;
    }
    return others;
  }

  private int callSize(List<Piece> run) {
    return sizes.of(region(run, Stmt.Group.Kind.CASES).call(0));
  }

  private Piece outline(List<Piece> run, Stmt.Group.Kind kind) {
    Region region = region(run, kind);
    LocalSet live = run.get(run.size() - 1).behind();
    MethodPlan method =
        region.method(function.functionIndex(), 0, function.labelCount(), hasActivation());
    Stmt.CallPart call = region.call(add(method, kind));
    int handed = call.arguments().size() + call.results().size();
    crowded |= handed > MOST_HANDED && strategy == Strategy.VARIABLES;
    return new Piece(call, load(call), false, live);
  }

  /** Adds a part of some kind; returns its number. */
  private int add(MethodPlan method, Stmt.Group.Kind kind) {
    int part = parts.size() + 1;
    if (kind == Stmt.Group.Kind.NEXT) {
      Integer known = shared.putIfAbsent(method, part);
      if (known != null) {
        return known;
      }
    }
    MethodPlan sized = kind == Stmt.Group.Kind.CASE ? method.notInlined() : method;
    parts.add(sized.numbered(part));
    return part;
  }

  /** Fits the lists inside a statement that is too large itself. */
  private final class Shrink extends StatementRewriter {
    private final List<LiveBehind> inside;

    Shrink(LiveBehind.Statement behind) {
      this.inside = behind.inside();
    }

    @Override
    public Stmt block(Stmt.Block block) {
      return new Stmt.Block(block.label(), fit(block.body(), inside.get(0), limit.whole()));
    }

    @Override
    public Stmt loop(Stmt.Loop loop) {
      return new Stmt.Loop(loop.label(), fit(loop.body(), inside.get(0), limit.whole()));
    }

    @Override
    public Stmt conditional(Stmt.If conditional) {
      int budget = limit.target() / (conditional.elseBody().isEmpty() ? 1 : 2);
      return new Stmt.If(
          conditional.condition(),
          fit(conditional.thenBody(), inside.get(0), budget),
          fit(conditional.elseBody(), inside.get(1), budget));
    }

    @Override
    public Stmt handling(Stmt.Try handling) {
      int handler = Math.min(sizes.of(handling.handler()), limit.target() / 2);
      return new Stmt.Try(
          fit(handling.body(), inside.get(0), limit.whole() - handler),
          handling.caught(),
          fit(handling.handler(), inside.get(1), limit.target() / 2));
    }

    @Override
    public Stmt multiway(Stmt.Switch multiway) {
      List<List<Stmt>> cases = new ArrayList<>();
      for (int i = 0; i < multiway.cases().size(); i++) {
        List<Stmt> body = multiway.cases().get(i);
        cases.add(mayStay(body) ? Ungrouping.of(body) : fit(body, inside.get(i), limit.whole()));
      }
      return new Stmt.Switch(multiway.selector(), multiway.targets(), cases);
    }
  }
}
