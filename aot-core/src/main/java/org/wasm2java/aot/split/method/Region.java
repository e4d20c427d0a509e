package org.wasm2java.aot.split.method;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.EntityOperation;
import org.wasm2java.aot.ir.Exit;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Label;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.ir.Stmt.CallPart;
import org.wasm2java.aot.ir.Stmt.Leave;
import org.wasm2java.aot.live.Liveness;
import org.wasm2java.aot.live.LocalSet;
import org.wasm2java.aot.split.method.plan.Exits;
import org.wasm2java.aot.split.method.plan.MethodPlan;
import org.wasm2java.aot.split.method.plan.Occurrences;

/**
 * Statements that become a part: what goes in, what comes back, and the ways out. Locals that the
 * statements touch and that were live before come in; those they assign and that are live at some
 * way out come back.
 */
final class Region {
  private final List<Stmt> statements;
  private final List<Carrier> functionResults;
  private final LocalSet behind;
  private final Liveness liveness;
  private final SortedMap<Integer, Local> arguments = new TreeMap<>();
  private final List<Local> results = new ArrayList<>();
  private final Exits exits;
  private final Arrival arrival = new Arrival();

  Region(
      List<Stmt> statements,
      LocalSet behind,
      Liveness liveness,
      List<Carrier> functionResults,
      int labelCount) {
    this.statements = List.copyOf(statements);
    this.behind = behind;
    this.liveness = liveness;
    this.functionResults = functionResults;
    this.exits = new Exits(statements, labelCount);
    Occurrences occurrences = Occurrences.of(statements);
    LocalSet before = liveness.before(statements, exits.completes() ? behind : LocalSet.EMPTY);
    LocalSet needed = needed();
    for (Local local : occurrences.all()) {
      if (before.contains(local.index())) {
        arguments.put(local.index(), local);
      }
    }
    for (Local local : occurrences.assigned()) {
      if (needed.contains(local.index())) {
        results.add(local);
      }
    }
  }

  private LocalSet needed() {
    LocalSet needed = LocalSet.EMPTY;
    for (Exit exit : exits.all()) {
      needed = needed.union(exit.accept(arrival));
    }
    return needed;
  }

  /** Tells what is live where an exit leads. */
  private final class Arrival implements Exit.Visitor<LocalSet> {
    @Override
    public LocalSet end(Exit.End end) {
      return behind;
    }

    @Override
    public LocalSet jump(Exit.Jump jump) {
      return liveness.at(jump.label());
    }

    @Override
    public LocalSet throwing(Exit.Throw throwing) {
      return LocalSet.EMPTY; // see HandledLocals
    }

    @Override
    public LocalSet returning(Exit.Return returning) {
      return LocalSet.EMPTY;
    }
  }

  /** Returns the statement that stands for the region where it was. */
  CallPart call(int part) {
    List<Stmt.Way> ways = new ArrayList<>();
    for (Exit exit : exits.all()) {
      exit.accept(new Onward()).ifPresent(then -> ways.add(new Stmt.Way(exits.number(exit), then)));
    }
    List<Local> passed = List.copyOf(arguments.values());
    return new CallPart(
        part, passed, results, ways, exits.completes(), exits.shareNumbers(), false);
  }

  /** Makes what the caller does when the part took an exit. */
  private final class Onward implements Exit.Visitor<Optional<Stmt>> {
    @Override
    public Optional<Stmt> end(Exit.End end) {
      return Optional.empty(); // control goes on behind the call
    }

    @Override
    public Optional<Stmt> jump(Exit.Jump jump) {
      return Optional.of(new Stmt.Jump(jump.label()));
    }

    @Override
    public Optional<Stmt> throwing(Exit.Throw throwing) {
      return Optional.empty(); // Java goes on to the handler
    }

    /** The part has put all results into the fields of the instance. */
    @Override
    public Optional<Stmt> returning(Exit.Return returning) {
      List<Expr> values = new ArrayList<>();
      for (int i = 0; i < functionResults.size(); i++) {
        values.add(
            new Expr.Entity(EntityOperation.EXTRA_RESULT, functionResults.get(i), i, 0, List.of()));
      }
      return Optional.of(new Stmt.Return(values));
    }
  }

  /**
   * Returns the method that holds the region. Jumps that leave by the same exit share one end of
   * the method, as giving the results back takes more code than a jump.
   *
   * @param firstLabel a number from which labels are free
   */
  MethodPlan method(int functionIndex, int part, int firstLabel, boolean hasActivation) {
    Leaving leaving = new Leaving(firstLabel);
    List<Stmt> body = new ArrayList<>(new ExitRewriter(leaving, exits).rewrite(statements));
    if (exits.completes()) {
      body.add(new Exit.End().accept(leaving));
    }
    for (Label label : exits.labels()) {
      if (sharesEnd(label)) {
        Stmt block = new Stmt.Block(leaving.sharedEnd(label), List.copyOf(body));
        body = new ArrayList<>(List.of(block, leave(new Exit.Jump(label), List.of())));
      }
    }
    return new MethodPlan(
        functionIndex,
        MethodPlan.Role.PART,
        part,
        List.copyOf(arguments.values()),
        List.of(),
        returned(),
        hasActivation,
        0,
        body);
  }

  private Carrier returned() {
    if (exits.areNumbered()) {
      return Carrier.INT;
    }
    boolean direct = !results.isEmpty() && !results.get(0).isMemory();
    return direct ? results.get(0).carrier() : Carrier.VOID;
  }

  /** Makes the statement of the part that leaves it by an exit. */
  private final class Leaving implements Exit.Visitor<Stmt> {
    private final int firstLabel;
    private final Map<Label, Label> sharedEnds = new HashMap<>();

    Leaving(int firstLabel) {
      this.firstLabel = firstLabel;
    }

    Label sharedEnd(Label label) {
      return sharedEnds.computeIfAbsent(
          label, key -> new Label(firstLabel + 1 + exits.labels().indexOf(key)));
    }

    @Override
    public Stmt end(Exit.End end) {
      return leave(end, List.of());
    }

    @Override
    public Stmt jump(Exit.Jump jump) {
      return sharesEnd(jump.label())
          ? new Stmt.Jump(sharedEnd(jump.label()))
          : leave(jump, List.of());
    }

    @Override
    public Stmt throwing(Exit.Throw throwing) {
      throw new IllegalStateException("a part throws as its function does");
    }

    @Override
    public Stmt returning(Exit.Return returning) {
      return leave(returning, returning.values());
    }
  }

  /** With nothing to give back, leaving is as short as a jump to a shared end. */
  private boolean sharesEnd(Label label) {
    boolean plain = exits.shareNumbers() && given(new Exit.Jump(label)).isEmpty();
    return exits.isShared(label) && !plain;
  }

  private Leave leave(Exit exit, List<Expr> returned) {
    return new Leave(exits.areNumbered() ? exits.number(exit) : -1, given(exit), returned);
  }

  private List<Stmt.Result> given(Exit exit) {
    LocalSet live = exit.accept(arrival);
    List<Stmt.Result> given = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      if (live.contains(results.get(i).index()) && !results.get(i).isMemory()) {
        given.add(new Stmt.Result(i, results.get(i)));
      }
    }
    return given;
  }
}
