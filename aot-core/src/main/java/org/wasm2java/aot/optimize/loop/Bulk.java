package org.wasm2java.aot.optimize.loop;

import java.util.ArrayList;
import java.util.List;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.EntityOperation;
import org.wasm2java.aot.ir.Expr;

/**
 * An operation that does rounds of a loop at once.
 *
 * @param operation which one
 * @param streams what it accesses, all with the same step
 * @param detail what else the operation has to know, else 0
 * @param operands its operands before the number of rounds
 * @param least how many bytes are worth it
 */
record Bulk(
    EntityOperation operation, List<Stream> streams, int detail, List<Expr> operands, int least) {
  /** Copies the lists. */
  Bulk {
    streams = List.copyOf(streams);
    operands = List.copyOf(operands);
  }

  /** Returns the expression that does so many rounds, or fewer, and says how many. */
  Expr rounds(Round round, Expr count) {
    List<Expr> all = new ArrayList<>();
    all.add(new Expr.GetLocal(round.bytes()));
    all.addAll(operands);
    all.add(count);
    return new Expr.Entity(operation, Carrier.INT, step(), detail, all);
  }

  /** Returns how many rounds are worth it. */
  int leastRounds() {
    return Math.max(1, least / Math.abs(step()));
  }

  /** Returns how much the addresses become more in a round. */
  int step() {
    return streams.get(0).step();
  }

  /** Returns the conditions under which it may be asked. */
  List<Expr> guards() {
    return streams.stream().flatMap(stream -> stream.guards().stream()).toList();
  }

  /**
   * Returns whether a number is positive as a signed one whenever the operation does anything,
   * because it is an address that a round reaches.
   */
  boolean reaches(LinearForm number) {
    return streams.stream().anyMatch(stream -> stream.reaches(number));
  }
}
