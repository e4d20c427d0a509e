package org.wasm2java.aot.split.method;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.wasm2java.aot.ir.IrFunction;
import org.wasm2java.aot.ir.JvmLimits;
import org.wasm2java.aot.ir.Kind;
import org.wasm2java.aot.ir.Liveness;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.LocalSet;
import org.wasm2java.aot.ir.StatementRewriter;
import org.wasm2java.aot.ir.Stmt;

/**
 * Cuts a function into methods that HotSpot compiles. Works from the innermost lists of statements
 * outwards: a list that is too large gives runs of its statements away as parts, first those that
 * are not the spine of nested constructs, so that a dispatch stays in one method with its loop.
 */
public final class FunctionOutliner {
  /** A part costs its call; fewer bytes are not worth one. */
  private static final int LEAST_PART = 60;

  /** A part that takes and gives more locals spends most of its bytes on that. */
  private static final int MOST_HANDED = 600;

  /** How often a function is cut anew whose methods take too many registers. */
  private static final int TRIES = 4;

  private final IrFunction function;
  private final Map<Stmt, Integer> groups;
  private final List<Local> frame;
  private final MethodLimit limit;
  private final MethodSizeEstimator sizes = new MethodSizeEstimator();
  private final C1RegisterEstimator registers = new C1RegisterEstimator();
  private final Map<List<Stmt>, LocalSet[]> behind = new IdentityHashMap<>();
  private final List<MethodPlan> parts = new ArrayList<>();
  private final Liveness liveness;

  /** Whether so many locals cross the borders of parts that only arrays can carry them. */
  private boolean crowded;

  private FunctionOutliner(SharedLocals shared, MethodLimit limit) {
    this.function = shared.function();
    this.groups = shared.groups();
    this.frame = shared.locals();
    this.limit = limit;
    this.liveness = Liveness.of(function);
  }

  /**
   * Returns the methods of a function, none of them larger than the limit by the estimate.
   *
   * @param partBytes how much of them a class takes
   */
  public static FunctionPlan plan(IrFunction function, MethodLimit limit, int partBytes) {
    MethodPlan whole = main(function, function.body(), false);
    if (new MethodSizeEstimator().of(whole) <= limit.whole()
        && AccessCalls.registers(whole) <= limit.registers()) {
      return new FunctionPlan(function.functionIndex(), List.of(), List.of(whole));
    }
    IrFunction tabled = SwitchTables.rewrite(function);
    FunctionPlan cut = plan(tabled, limit, limit.arrays());
    MethodLimit fewer = limit;
    for (int i = 1; i < TRIES && !hasRegisters(cut); i++) {
      fewer = fewer.withFewerRegisters();
      cut = plan(tabled, fewer, limit.arrays());
    }
    return inClasses(cut, partBytes);
  }

  private static boolean hasRegisters(FunctionPlan plan) {
    return plan.methods().stream()
        .allMatch(method -> AccessCalls.registers(method) <= JvmLimits.C1_REGISTERS);
  }

  private static FunctionPlan plan(IrFunction function, MethodLimit limit, boolean onlyArrays) {
    if (!onlyArrays) {
      SpineGrouping.Grouped grouped = SpineGrouping.group(LiveRanges.split(function), limit);
      Optional<FunctionPlan> plan = new FunctionOutliner(SharedLocals.of(grouped), limit).cut();
      if (plan.isPresent() && fits(plan.get())) {
        return plan.get();
      }
    }
    MethodLimit arrays = limit.withArrays();
    SpineGrouping.Grouped grouped = SpineGrouping.group(ArrayLocals.rewrite(function), arrays);
    SharedLocals unshared = new SharedLocals(grouped.function(), List.of(), grouped.groups());
    return new FunctionOutliner(unshared, arrays).cut().orElseThrow();
  }

  /** Returns the size of the largest method in bytes, as estimated; 0 for a function left whole. */
  public static int largestMethod(FunctionPlan plan) {
    MethodSizeEstimator sizes = new MethodSizeEstimator();
    return plan.methods().size() == 1
        ? 0
        : plan.methods().stream().mapToInt(sizes::of).max().orElse(0);
  }

  private static boolean fits(FunctionPlan plan) {
    MethodSizeEstimator sizes = new MethodSizeEstimator();
    return plan.methods().stream()
        .allMatch(method -> sizes.of(method) <= JvmLimits.HARD_METHOD_BYTES);
  }

  private static MethodPlan main(IrFunction function, List<Stmt> body, boolean framed) {
    Kind returned = function.results().isEmpty() ? Kind.VOID : function.results().get(0);
    return new MethodPlan(
        function.functionIndex(), 0, function.parameters(), returned, framed, body);
  }

  private Optional<FunctionPlan> cut() {
    liveness.walk(
        function.body(),
        (list, index, live) ->
            behind.computeIfAbsent(list, key -> new LocalSet[key.size()])[index] = live);
    List<Stmt> body = fit(function.body(), limit.whole());
    if (crowded) {
      return Optional.empty();
    }
    List<MethodPlan> methods = new ArrayList<>();
    methods.add(main(function, body, framed()));
    methods.addAll(parts);
    return Optional.of(new FunctionPlan(function.functionIndex(), frame, methods));
  }

  private boolean framed() {
    return !frame.isEmpty();
  }

  private static FunctionPlan inClasses(FunctionPlan plan, int partBytes) {
    MethodSizeEstimator sizes = new MethodSizeEstimator();
    List<Integer> classes = new ArrayList<>();
    int partClass = 0;
    long size = 0;
    for (MethodPlan method : plan.methods()) {
      int own = sizes.of(method);
      if (size + own > partBytes && size > 0) {
        partClass++;
        size = 0;
      }
      size += own;
      classes.add(partClass);
    }
    return new FunctionPlan(plan.functionIndex(), plan.frame(), plan.methods(), classes);
  }

  /** One statement of a list that is being cut, with what is live behind it. */
  private record Piece(Stmt statement, MethodLoad load, boolean spine, LocalSet behind) {}

  private List<Stmt> fit(List<Stmt> list, int budget) {
    if (crowded || load(list).fits(limit, budget)) {
      return list;
    }
    LocalSet[] live = liveBehind(list);
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      int length = groups.getOrDefault(list.get(i), 0);
      if (length > 0) {
        pieces.add(outlineGroup(list, i, length, live[i + length - 1]));
        i += length - 1;
      } else {
        pieces.add(piece(list.get(i), live[i]));
      }
    }
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

  private MethodLoad load(List<Stmt> list) {
    return new MethodLoad(sizes.of(list), registers.of(list));
  }

  private MethodLoad load(Stmt statement) {
    return new MethodLoad(sizes.of(statement), registers.of(statement));
  }

  private Piece piece(Stmt whole, LocalSet live) {
    int most = whole instanceof Stmt.Loop ? limit.loop() : limit.target();
    boolean spine = !load(whole).fits(limit, most);
    Stmt statement = spine ? whole.accept(new Shrink()) : whole;
    return new Piece(statement, load(statement), spine, live);
  }

  /** A group of cases always becomes a part: the dispatch must keep its own method small. */
  private Piece outlineGroup(List<Stmt> list, int start, int length, LocalSet live) {
    List<Piece> run = new ArrayList<>();
    LocalSet[] behindEach = liveBehind(list);
    for (int i = start; i < start + length; i++) {
      int inner = i == start ? 0 : groups.getOrDefault(list.get(i), 0);
      if (inner > 0) {
        run.add(outlineGroup(list, i, inner, behindEach[i + inner - 1]));
        i += inner - 1;
      } else {
        run.add(piece(list.get(i), behindEach[i]));
      }
    }
    run = group(run, limit.target(), true);
    Piece part = outline(run);
    return new Piece(part.statement(), part.load(), false, live);
  }

  private LocalSet[] liveBehind(List<Stmt> list) {
    return Objects.requireNonNull(behind.get(list), "every list of the function was walked");
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
          Piece part = outline(run);
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

  private Region region(List<Piece> run) {
    List<Stmt> statements = new ArrayList<>();
    run.forEach(piece -> statements.add(piece.statement()));
    LocalSet live = run.get(run.size() - 1).behind();
    int labels = limit.arrays() ? function.labelCount() : -1;
    return new Region(statements, live, liveness, function.results(), labels);
  }

  private int callSize(List<Piece> run) {
    return sizes.of(region(run).call(0));
  }

  private Piece outline(List<Piece> run) {
    Region region = region(run);
    LocalSet live = run.get(run.size() - 1).behind();
    int part = parts.size() + 1;
    Stmt.CallPart call = region.call(part);
    int handed = call.arguments().size() + call.results().size();
    crowded |= handed > MOST_HANDED && !limit.arrays();
    parts.add(region.method(function.functionIndex(), part, function.labelCount(), framed()));
    return new Piece(call, load(call), false, live);
  }

  /** Fits the lists inside a statement that is too large itself. */
  private final class Shrink extends StatementRewriter {
    @Override
    public Stmt block(Stmt.Block block) {
      return new Stmt.Block(block.label(), fit(block.body(), limit.whole()));
    }

    @Override
    public Stmt loop(Stmt.Loop loop) {
      return new Stmt.Loop(loop.label(), fit(loop.body(), limit.whole()));
    }

    @Override
    public Stmt conditional(Stmt.If conditional) {
      int budget = limit.target() / (conditional.elseBody().isEmpty() ? 1 : 2);
      return new Stmt.If(
          conditional.condition(),
          fit(conditional.thenBody(), budget),
          fit(conditional.elseBody(), budget));
    }

    @Override
    public Stmt multiway(Stmt.Switch multiway) {
      return multiway;
    }
  }
}
