package org.wasm2java.aot.split;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
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

  /** Returns the method that holds the region. */
  MethodPlan method(int functionIndex, int part) {
    List<Stmt> body = new ArrayList<>(new ExitRewriter(this::leave, exits).rewrite(statements));
    if (completes) {
      body.add(new Leave(numbered() ? 0 : -1, live(behind), List.of()));
    }
    Kind returned = Kind.VOID;
    if (numbered()) {
      returned = Kind.INT;
    } else if (!results.isEmpty() && results.get(0).role() != Local.Role.MEMORY) {
      returned = results.get(0).kind();
    }
    return new MethodPlan(functionIndex, part, List.copyOf(arguments.values()), returned, body);
  }

  private Leave leave(int exit, List<Expr> returned) {
    boolean returns = exit > exits.labels().size();
    return new Leave(
        exit, returns ? List.of() : live(liveness.at(exits.labels().get(exit - 1))), returned);
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
