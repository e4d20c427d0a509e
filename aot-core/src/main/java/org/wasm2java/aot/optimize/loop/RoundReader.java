package org.wasm2java.aot.optimize.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.wasm2java.aot.ir.Completion;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Label;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.StatementWalk;
import org.wasm2java.aot.ir.Stmt;

/** Reads a loop whose rounds are one statement after another, with ways out between them. */
final class RoundReader {
  private final Label label;
  private final RoundValues values = new RoundValues();
  private final List<Test> tests = new ArrayList<>();

  /** What was assigned before the first test; everything, if that is the last statement. */
  private Set<Local> assignedBeforeTests = Set.of();

  private RoundReader(Label label) {
    this.label = label;
  }

  /** Returns the round of a loop; empty if there is something else in it. */
  static Optional<Round> read(Stmt.Loop loop) {
    RoundReader reader = new RoundReader(loop.label());
    return reader.comesRound(loop.body())
        ? reader.values.round(reader.tests, reader.assignedBeforeTests)
        : Optional.empty();
  }

  /** Reads statements until they come round; returns whether all could be read. */
  private boolean comesRound(List<Stmt> body) {
    for (int i = 0; i < body.size(); i++) {
      Stmt statement = body.get(i);
      if (isRepeat(statement)) {
        return !tests.isEmpty();
      }
      if (statement instanceof Stmt.If conditional && repeats(conditional)) {
        return !mentions(body.subList(i + 1, body.size()));
      }
      if (!reads(statement)) {
        return false;
      }
    }
    return false;
  }

  private boolean isRepeat(Stmt statement) {
    return statement instanceof Stmt.Jump jump && jump.label() == label;
  }

  /** Whether it is a test that comes round at once; if so, it is read. */
  private boolean repeats(Stmt.If conditional) {
    return reads(conditional, this::isOnlyRepeat, true);
  }

  /**
   * Whether one arm is of a kind and the other does nothing; if so, the test is read.
   *
   * @param goesOn whether the round goes on in the arm, or else beside it
   */
  private boolean reads(Stmt.If conditional, Predicate<List<Stmt>> kind, boolean goesOn) {
    boolean onTrue = kind.test(conditional.thenBody()) && conditional.elseBody().isEmpty();
    boolean onFalse = kind.test(conditional.elseBody()) && conditional.thenBody().isEmpty();
    if (onTrue || onFalse) {
      test(conditional.condition(), onTrue == goesOn);
    }
    return onTrue || onFalse;
  }

  private boolean isOnlyRepeat(List<Stmt> body) {
    return body.size() == 1 && isRepeat(body.get(0));
  }

  private void test(Expr condition, boolean goesOnIfTrue) {
    Test test = values.test(condition);
    if (tests.isEmpty()) {
      assignedBeforeTests = values.assigned();
    }
    tests.add(goesOnIfTrue ? test : test.negated());
  }

  private boolean reads(Stmt statement) {
    if (statement instanceof Stmt.SetLocal set) {
      values.set(set.local(), set.value());
      return true;
    }
    if (statement instanceof Stmt.Store store) {
      values.store(store.opcode(), store.bytes(), store.address(), store.offset(), store.value());
      return true;
    }
    return statement instanceof Stmt.If conditional && leaves(conditional);
  }

  /** Whether one arm leaves the loop and the other does nothing; if so, the test is read. */
  private boolean leaves(Stmt.If conditional) {
    return reads(conditional, this::leaves, false);
  }

  private boolean leaves(List<Stmt> body) {
    return !Completion.of(body) && !mentions(body);
  }

  /** Whether there is a jump to the start of the loop. */
  private boolean mentions(List<Stmt> statements) {
    return StatementWalk.jumps(label, statements) > 0;
  }
}
