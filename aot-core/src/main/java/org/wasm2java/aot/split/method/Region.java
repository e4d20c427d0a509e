package org.wasm2java.aot.split.method;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Completion;
import org.wasm2java.aot.ir.EntityOperation;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Label;
import org.wasm2java.aot.ir.Liveness;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.LocalSet;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.ir.Stmt.CallPart;
import org.wasm2java.aot.ir.Stmt.Leave;

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
  private final boolean completes;
  private final SortedMap<Integer, Local> arguments = new TreeMap<>();
  private final List<Local> results = new ArrayList<>();
  private final Exits exits;
  private final Map<Label, Label> sharedEnds = new HashMap<>();

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
    this.completes = Completion.of(statements);
    this.exits = new Exits(statements, labelCount);
    Occurrences occurrences = Occurrences.of(statements);
    LocalSet before = liveness.before(statements, completes ? behind : LocalSet.EMPTY);
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
    LocalSet needed = completes ? behind : LocalSet.EMPTY;
    for (Label label : exits.labels()) {
      needed = needed.union(liveness.at(label));
    }
    return needed;
  }

  private boolean numbered() {
    return !exits.labels().isEmpty() || exits.returns();
  }

  /** Returns the statement that stands for the region where it was. */
  CallPart call(int part) {
    List<Stmt> ways = new ArrayList<>();
    for (Label label : exits.labels()) {
      ways.add(new Stmt.Jump(label));
    }
    if (exits.returns()) {
      List<Expr> values = new ArrayList<>();
      for (int i = 0; i < functionResults.size(); i++) {
        values.add(
            new Expr.Entity(EntityOperation.EXTRA_RESULT, functionResults.get(i), i, 0, List.of()));
      }
      ways.add(new Stmt.Return(values));
    }
    List<Local> passed = List.copyOf(arguments.values());
    return new CallPart(part, passed, results, ways, completes, exits.numbers(), false);
  }

  /**
   * Returns the method that holds the region. Jumps that leave by the same exit share one end of
   * the method, as giving the results back takes more code than a jump.
   *
   * @param firstLabel a number from which labels are free
   */
  MethodPlan method(int functionIndex, int part, int firstLabel, boolean hasActivation) {
    ExitRewriter rewriter = new ExitRewriter(new Leaving(firstLabel), exits);
    List<Stmt> body = new ArrayList<>(rewriter.rewrite(statements));
    if (completes) {
      body.add(new Leave(numbered() ? 0 : -1, live(behind), List.of()));
    }
    for (Label label : exits.labels()) {
      if (sharesEnd(label)) {
        Stmt block = new Stmt.Block(sharedEnd(firstLabel, label), List.copyOf(body));
        body = new ArrayList<>(List.of(block, leaveBy(label)));
      }
    }
    return new MethodPlan(
        functionIndex, part, List.copyOf(arguments.values()), returned(), hasActivation, body);
  }

  private Carrier returned() {
    if (numbered()) {
      return Carrier.INT;
    }
    boolean direct = !results.isEmpty() && !results.get(0).isMemory();
    return direct ? results.get(0).carrier() : Carrier.VOID;
  }

  private final class Leaving implements ExitRewriter.Leaving {
    private final int firstLabel;

    Leaving(int firstLabel) {
      this.firstLabel = firstLabel;
    }

    @Override
    public Stmt jump(Label label) {
      return sharesEnd(label) ? new Stmt.Jump(sharedEnd(firstLabel, label)) : leaveBy(label);
    }

    @Override
    public Stmt returning(List<Expr> values) {
      return new Leave(exits.returnNumber(), List.of(), values);
    }
  }

  /** With nothing to give back, leaving is as short as a jump to a shared end. */
  private boolean sharesEnd(Label label) {
    boolean plain = exits.areGlobal() && live(liveness.at(label)).isEmpty();
    return exits.isShared(label) && !plain;
  }

  private Label sharedEnd(int firstLabel, Label label) {
    return sharedEnds.computeIfAbsent(
        label, key -> new Label(firstLabel + 1 + exits.labels().indexOf(key)));
  }

  private Leave leaveBy(Label label) {
    return new Leave(exits.number(label), live(liveness.at(label)), List.of());
  }

  private List<Stmt.Result> live(LocalSet live) {
    List<Stmt.Result> given = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      if (live.contains(results.get(i).index()) && !results.get(i).isMemory()) {
        given.add(new Stmt.Result(i, results.get(i)));
      }
    }
    return given;
  }
}
