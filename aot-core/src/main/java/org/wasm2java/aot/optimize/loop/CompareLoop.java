package org.wasm2java.aot.optimize.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wasm2java.aot.ir.EntityOperation;
import org.wasm2java.aot.ir.Expr;

/** Finds rounds that go on as long as the memory is the same at two places. */
final class CompareLoop {
  /** For fewer the loop is as fast as the call. */
  private static final int LEAST_ACCESSES = 16;

  private static final int LEAST_BYTES = 32;

  private final Round round;
  private final List<Access> left = new ArrayList<>();
  private final List<Access> right = new ArrayList<>();

  private CompareLoop(Round round) {
    this.round = round;
  }

  /** Returns the comparison that does rounds at once; empty if they do something else. */
  static Optional<Bulk> match(Round round) {
    CompareLoop loop = new CompareLoop(round);
    return round.stores().isEmpty() && loop.pairs() ? loop.comparison() : Optional.empty();
  }

  /** Returns whether a test compares two loads. */
  static boolean compares(Test test) {
    return test.isEqual()
        && test.left() instanceof Value.Loaded left
        && test.right() instanceof Value.Loaded right
        && left.access().opcode() == right.access().opcode()
        && left.access().isInteger();
  }

  private boolean pairs() {
    for (Test test : round.tests()) {
      if (compares(test)) {
        left.add(((Value.Loaded) test.left()).access());
        right.add(((Value.Loaded) test.right()).access());
      }
    }
    return !left.isEmpty();
  }

  private Optional<Bulk> comparison() {
    Optional<Stream> first = Stream.of(left, round);
    Optional<Stream> second = Stream.of(right, round);
    if (first.isEmpty() || second.isEmpty() || !fits(first.get(), second.get())) {
      return Optional.empty();
    }
    List<Expr> operands = List.of(first.get().first().expr(), second.get().first().expr());
    List<Stream> streams = List.of(first.get(), second.get());
    int least = Math.max(LEAST_BYTES, LEAST_ACCESSES * (first.get().step() / left.size()));
    return Optional.of(new Bulk(EntityOperation.EQUAL_ROUNDS, streams, 0, operands, least));
  }

  private boolean fits(Stream first, Stream second) {
    boolean inside =
        round.loads().stream().allMatch(load -> first.contains(load) || second.contains(load));
    if (first.step() != second.step() || first.step() < 0 || !inside) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (first.place(left.get(i)) != second.place(right.get(i))) {
        return false;
      }
    }
    return true;
  }
}
