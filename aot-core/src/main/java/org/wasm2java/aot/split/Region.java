package org.wasm2java.aot.split;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wasm2java.aot.ir.Completion;
import org.wasm2java.aot.ir.EntityOperation;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Kind;
import org.wasm2java.aot.ir.Label;
import org.wasm2java.aot.ir.Liveness;
import org.wasm2java.aot.ir.Local;
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
  private final List<Kind> functionResults;
  private final BitSet behind;
  private final Liveness liveness;
  private final boolean completes;
  private final SortedMap<Integer, Local> arguments = new TreeMap<>();
  private final List<Local> results = new ArrayList<>();
  private final Exits exits;
  private final Map<Integer, Label> sharedEnds = new HashMap<>();

  Region(List<Stmt> statements, BitSet behind, Liveness liveness, List<Kind> functionResults) {
    this.statements = List.copyOf(statements);
    this.behind = behind;
    this.liveness = liveness;
    this.functionResults = functionResults;
    this.completes = Completion.of(statements);
    this.exits = new Exits(statements);
    Occurrences occurrences = Occurrences.of(statements);
    BitSet before = liveness.before(statements, completes ? behind : new BitSet());
    BitSet needed = needed();
    for (Local local : occurrences.all()) {
      if (before.get(local.index())) {
        arguments.put(local.index(), local);
      }
    }
    for (Local local : occurrences.assigned()) {
      if (needed.get(local.index())) {
        results.add(local);
      }
    }
  }

  private BitSet needed() {
    BitSet needed = completes ? (BitSet) behind.clone() : new BitSet();
    for (Label label : exits.labels()) {
      needed.or(liveness.at(label));
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
    return new CallPart(part, List.copyOf(arguments.values()), results, ways, completes);
  }

  /**
   * Returns the method that holds the region. Jumps that leave by the same exit share one end of
   * the method, as giving the results back takes more code than a jump.
   *
   * @param firstLabel a number from which labels are free
   */
  MethodPlan method(int functionIndex, int part, int firstLabel, boolean framed) {
    ExitRewriter rewriter =
        new ExitRewriter((exit, returned) -> leave(exit, returned, firstLabel), exits);
    List<Stmt> body = new ArrayList<>(rewriter.rewrite(statements));
    if (completes) {
      body.add(new Leave(numbered() ? 0 : -1, live(behind), List.of()));
    }
    for (int exit = 1; exit <= exits.labels().size(); exit++) {
      if (exits.isShared(exit)) {
        Stmt block = new Stmt.Block(sharedEnd(firstLabel, exit), List.copyOf(body));
        body = new ArrayList<>(List.of(block, leaveBy(exit)));
      }
    }
    return new MethodPlan(
        functionIndex, part, List.copyOf(arguments.values()), returned(), framed, body);
  }

  private Kind returned() {
    if (numbered()) {
      return Kind.INT;
    }
    boolean direct = !results.isEmpty() && results.get(0).role() != Local.Role.MEMORY;
    return direct ? results.get(0).kind() : Kind.VOID;
  }

  private Stmt leave(int exit, List<Expr> returned, int firstLabel) {
    if (exit > exits.labels().size()) {
      return new Leave(exit, List.of(), returned);
    }
    return exits.isShared(exit) ? new Stmt.Jump(sharedEnd(firstLabel, exit)) : leaveBy(exit);
  }

  private Label sharedEnd(int firstLabel, int exit) {
    return sharedEnds.computeIfAbsent(exit, key -> new Label(firstLabel + key));
  }

  private Leave leaveBy(int exit) {
    return new Leave(exit, live(liveness.at(exits.labels().get(exit - 1))), List.of());
  }

  private List<Stmt.Result> live(BitSet live) {
    List<Stmt.Result> given = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      if (live.get(results.get(i).index()) && results.get(i).role() != Local.Role.MEMORY) {
        given.add(new Stmt.Result(i, results.get(i)));
      }
    }
    return given;
  }
}
