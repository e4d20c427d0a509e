package org.wasm2java.aot.split.method.group;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.wasm2java.aot.instruction.NumericOpcode;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.EntityOperation;
import org.wasm2java.aot.ir.Exit;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.IrFunction;
import org.wasm2java.aot.ir.Label;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.StatementRewriter;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.split.method.plan.Exits;
import org.wasm2java.aot.split.method.plan.MethodSizeEstimator;
import org.wasm2java.aot.split.method.plan.Occurrences;

/**
 * Makes each case of a switch a method that returns which case follows, or by a negative number
 * where else control goes. The numbers are the same in all cases, so that one list of exits serves
 * them; and a step of an interpreter's loop costs one dispatch and one call.
 *
 * <pre>{@code
 * loop L { switch (s) { 0: a; jump L, 1: b; jump M } }
 *   becomes
 * loop L { d = s
 *   loop A {
 *     B: { switch (d) { 0: Case { a; Next { d = s } } jump B, 1: Case { b; d = -2 } jump B } }
 *     if (d >= 0) jump A
 *     switch (~d) { 0: jump L, default: jump M } } }
 * }</pre>
 *
 * <p>The exit that most cases have is -1. Where a few simple statements lead from it to the switch,
 * the cases run them, as a method of its own; else they return 0 and control goes there at once.
 * Memories that a case fetched again are fetched again behind it; so it returns -1 instead.
 */
final class CaseDispatch {
  /** The way to the next case is run by all cases, if it is shorter than this. */
  private static final int MOST_NEXT = 80;

  private final IrFunction function;
  private final Stmt.Switch original;
  private final Places places;
  private final FreshNumbers fresh;
  private final Local following;
  private final Map<Label, Integer> numbers = new LinkedHashMap<>();

  /** The exit that most cases have; none if they only return. */
  private Optional<Label> common = Optional.empty();

  /** What leads from there to the next case, if the cases run it. */
  private Optional<List<Stmt>> next = Optional.empty();

  private boolean returns;

  /** Holds the first result of the function where a case returns. */
  private Optional<Local> returned = Optional.empty();

  /**
   * Makes the switch of a function.
   *
   * @param original the switch as the function has it
   * @param places where labels lead to in the function
   */
  CaseDispatch(IrFunction function, Stmt.Switch original, Places places, FreshNumbers fresh) {
    this.function = function;
    this.original = original;
    this.places = places;
    this.fresh = fresh;
    this.following = fresh.temporary(Carrier.INT);
  }

  /**
   * Returns what dispatches to the cases.
   *
   * @param multiway the switch, with the statements of the cases in it
   * @param methods the numbers of the cases that become methods
   */
  Optional<List<Stmt>> statements(Stmt.Switch multiway, Set<Integer> methods) {
    Map<Integer, Exits> exits = new LinkedHashMap<>();
    methods.forEach(number -> exits.put(number, new Exits(multiway.cases().get(number), -1)));
    numberExits(exits.values());
    if (numbers.isEmpty() && !returns) {
      return Optional.empty();
    }
    next = common.flatMap(label -> places.way(label, original)).flatMap(this::toNext);
    Label done = fresh.label();
    List<List<Stmt>> cases = new ArrayList<>(multiway.cases());
    Set<Local> memories = new LinkedHashSet<>();
    exits.forEach(
        (number, ways) -> {
          List<Stmt> statements = multiway.cases().get(number);
          memories.addAll(memories(statements));
          cases.set(number, method(statements, ways, done));
        });
    Expr selector = next.isPresent() ? new Expr.GetLocal(following) : multiway.selector();
    Stmt direct = new Stmt.Switch(selector, multiway.targets(), cases);
    return Optional.of(loop(new Stmt.Block(done, List.of(direct)), memories));
  }

  private static List<Local> memories(List<Stmt> statements) {
    return Occurrences.of(statements).assigned().stream().filter(Local::isMemory).toList();
  }

  private void numberExits(Collection<Exits> cases) {
    Map<Label, Integer> counts = new LinkedHashMap<>();
    for (Exits ways : cases) {
      ways.labels().forEach(label -> counts.merge(label, 1, Integer::sum));
      returns |= ways.all().stream().anyMatch(Exit.Return.class::isInstance);
    }
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    common =
        counts.entrySet().stream()
            .filter(count -> count.getValue() == most)
            .map(Map.Entry::getKey)
            .findFirst();
    common.ifPresent(label -> numbers.put(label, -1));
    counts.keySet().forEach(label -> numbers.computeIfAbsent(label, key -> -1 - numbers.size()));
    if (returns && !function.results().isEmpty()) {
      returned = Optional.of(fresh.temporary(function.results().get(0)));
    }
  }

  /** Adds to a way what finds the case; numbers that select none go to the default. */
  private Optional<List<Stmt>> toNext(List<Stmt> way) {
    if (Places.calls(original.selector())) {
      return Optional.empty();
    }
    List<Stmt> statements = new ArrayList<>(way);
    statements.add(new Stmt.SetLocal(following, original.selector()));
    if (new MethodSizeEstimator().of(statements) > MOST_NEXT) {
      return Optional.empty();
    }
    Stmt none = set(following, original.targets().length);
    statements.add(new Stmt.If(compared(NumericOpcode.I32_LT_S), List.of(none), List.of()));
    return Optional.of(statements);
  }

  private static Stmt set(Local local, int number) {
    return new Stmt.SetLocal(local, new Expr.Constant(Carrier.INT, number));
  }

  private Expr compared(NumericOpcode relation) {
    List<Expr> operands = List.of(new Expr.GetLocal(following), new Expr.Constant(Carrier.INT, 0));
    return new Expr.Operation(relation, Carrier.INT, operands);
  }

  private List<Stmt> method(List<Stmt> statements, Exits ways, Label done) {
    List<Stmt> body = new CaseBody(ways, !memories(statements).isEmpty()).of(statements);
    List<Stmt> all = new ArrayList<>();
    all.add(new Stmt.Group(following, Stmt.Group.Kind.CASE, body));
    if (!ways.all().isEmpty()) {
      all.add(new Stmt.Jump(done));
    }
    return all;
  }

  /** Returns what dispatches and, behind it, what goes where a case says. */
  private List<Stmt> loop(Stmt dispatching, Set<Local> memories) {
    List<Stmt> round = new ArrayList<>();
    round.add(dispatching);
    Label again = fresh.label();
    Optional<Label> straight = next.isPresent() ? Optional.of(again) : common;
    straight.ifPresent(
        label ->
            round.add(
                new Stmt.If(
                    compared(NumericOpcode.I32_GE_S), List.of(new Stmt.Jump(label)), List.of())));
    for (Local memory : memories) {
      round.add(
          new Stmt.SetLocal(
              memory,
              new Expr.Entity(
                  EntityOperation.MEMORY_BYTES,
                  memory.carrier(),
                  memory.memoryIndex(),
                  0,
                  List.of())));
    }
    round.add(exits());
    if (next.isEmpty()) {
      return round;
    }
    return List.of(new Stmt.SetLocal(following, original.selector()), new Stmt.Loop(again, round));
  }

  private Stmt exits() {
    List<List<Stmt>> exits = new ArrayList<>();
    numbers.keySet().forEach(label -> exits.add(List.of(new Stmt.Jump(label))));
    if (returns) {
      List<Expr> values = new ArrayList<>();
      returned.ifPresent(local -> values.add(new Expr.GetLocal(local)));
      for (int i = 1; i < function.results().size(); i++) {
        Carrier carrier = function.results().get(i);
        values.add(new Expr.Entity(EntityOperation.EXTRA_RESULT, carrier, i, 0, List.of()));
      }
      exits.add(List.of(new Stmt.Return(values)));
    }
    if (exits.size() == 1) {
      return exits.get(0).get(0);
    }
    int[] targets = IntStream.range(0, exits.size()).toArray();
    List<Expr> operands = List.of(new Expr.GetLocal(following), new Expr.Constant(Carrier.INT, -1));
    Expr number = new Expr.Operation(NumericOpcode.I32_XOR, Carrier.INT, operands);
    return new Stmt.Switch(number, targets, exits);
  }

  /** Makes the statements of one case say where they leave to. */
  private final class CaseBody extends StatementRewriter implements Exit.Visitor<List<Stmt>> {
    private final Exits ways;
    private final Label commonEnd = fresh.label();
    private final Label end = fresh.label();
    private final Optional<Local> moved;
    private final Map<Label, Integer> jumps = new HashMap<>();
    private boolean inCase;

    /**
     * Rewrites a case.
     *
     * @param fetches whether it fetches memories again
     */
    CaseBody(Exits ways, boolean fetches) {
      this.ways = ways;
      boolean told = fetches && common.filter(ways.labels()::contains).isPresent();
      this.moved = told ? Optional.of(fresh.temporary(Carrier.INT)) : Optional.empty();
    }

    List<Stmt> of(List<Stmt> statements) {
      List<Stmt> body = new ArrayList<>(rewrite(statements));
      if (common.filter(ways.labels()::contains).isPresent()) {
        body = closed(body, commonEnd);
        body.addAll(onward());
      }
      body = closed(body, end);
      if (moved.isPresent()) {
        body.add(0, set(moved.get(), 0));
      }
      return body;
    }

    @Override
    protected List<Stmt> rewrite(List<Stmt> statements) {
      List<Stmt> rewritten = new ArrayList<>(statements.size());
      for (Stmt statement : statements) {
        Optional<Exit> exit = Exit.of(statement).filter(ways::contains);
        if (exit.isPresent()) {
          rewritten.addAll(exit.get().accept(this));
          continue;
        }
        rewritten.add(statement.accept(this));
        if (statement instanceof Stmt.SetLocal set && set.local().isMemory() && !inCase) {
          moved.ifPresent(local -> rewritten.add(set(local, 1)));
        }
      }
      return rewritten;
    }

    /** Behind a case of an inner loop, memories are fetched again if it fetched them. */
    @Override
    public Stmt group(Stmt.Group group) {
      boolean outside = inCase;
      inCase |= group.kind() == Stmt.Group.Kind.CASE;
      Stmt rewritten = super.group(group);
      inCase = outside;
      return rewritten;
    }

    private Stmt jumpTo(Label label) {
      jumps.merge(label, 1, Integer::sum);
      return new Stmt.Jump(label);
    }

    /** Lets statements fall off their end where they jump to a label, which is at the end. */
    private List<Stmt> closed(List<Stmt> body, Label label) {
      int last = body.size() - 1;
      List<Stmt> closed = new ArrayList<>(body);
      if (last >= 0 && body.get(last) instanceof Stmt.Jump jump && jump.label() == label) {
        closed.remove(last);
        jumps.merge(label, -1, Integer::sum);
      }
      boolean jumpedTo = jumps.getOrDefault(label, 0) > 0;
      return jumpedTo ? new ArrayList<>(List.of(new Stmt.Block(label, closed))) : closed;
    }

    /** Goes from the exit that most cases have to the next case, if no memory has moved. */
    private List<Stmt> onward() {
      List<Stmt> straight =
          next.isPresent()
              ? List.of(new Stmt.Group(following, Stmt.Group.Kind.NEXT, next.get()))
              : List.of(set(following, 0));
      if (moved.isEmpty()) {
        return straight;
      }
      Expr condition = new Expr.GetLocal(moved.get());
      return List.of(new Stmt.If(condition, List.of(set(following, -1)), straight));
    }

    @Override
    public List<Stmt> end(Exit.End exit) {
      throw new IllegalStateException("a case completes, which no case of a switch does");
    }

    @Override
    public List<Stmt> jump(Exit.Jump jump) {
      if (common.filter(jump.label()::equals).isPresent()) {
        return List.of(jumpTo(commonEnd));
      }
      return List.of(set(following, numbers.getOrDefault(jump.label(), 0)), jumpTo(end));
    }

    @Override
    public List<Stmt> throwing(Exit.Throw throwing) {
      throw new IllegalStateException("a case throws as its function does");
    }

    /** Further results go to where the function leaves them, the first to a local. */
    @Override
    public List<Stmt> returning(Exit.Return returning) {
      List<Stmt> statements = new ArrayList<>();
      List<Expr> values = returning.values();
      for (int i = 1; i < values.size(); i++) {
        if (!(values.get(i) instanceof Expr.Entity entity && entity.isResult(i))) {
          List<Expr> operands = List.of(values.get(i));
          statements.add(
              new Stmt.Evaluate(
                  new Expr.Entity(EntityOperation.SET_RESULT, Carrier.VOID, i, 0, operands)));
        }
      }
      returned.ifPresent(local -> statements.add(new Stmt.SetLocal(local, values.get(0))));
      statements.add(set(following, -1 - numbers.size()));
      statements.add(jumpTo(end));
      return statements;
    }
  }
}
