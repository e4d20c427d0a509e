package org.wasm2java.aot.optimize.loop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.wasm2java.aot.instruction.NumericOpcode;
import org.wasm2java.aot.ir.Expr;

/**
 * Accesses at constant distances, which go through the memory as the rounds do.
 *
 * @param first the lowest address of the first round
 * @param step how much the addresses become more in a round
 * @param lowest how far below {@code first} the address operands are, the offsets not added
 */
record Stream(LinearForm first, int step, int lowest) {
  /** Returns the stream of accesses; empty if they are at no constant distances. */
  static Optional<Stream> of(List<Access> accesses, Round round) {
    LinearForm any = accesses.get(0).first();
    int low = 0;
    for (Access access : accesses) {
      LinearForm distance = access.first().minus(any);
      if (!distance.isConstant()) {
        return Optional.empty();
      }
      low = Math.min(low, distance.constant());
    }
    LinearForm first = any.plus(low);
    int lowest = 0;
    for (Access access : accesses) {
      lowest = Math.max(lowest, first.minus(access.address()).constant());
    }
    Stream stream = new Stream(first, round.step(first), lowest);
    boolean backwardsBelow = stream.step < 0 && lowest > 0; // not only the first round decides
    return stream.step == 0 || backwardsBelow ? Optional.empty() : Optional.of(stream);
  }

  /** Returns how far an access is above the lowest one. */
  int place(Access access) {
    return access.first().minus(first).constant();
  }

  /** Returns whether accesses are side by side and each round begins where the last one ended. */
  boolean isTiledBy(List<Access> accesses) {
    List<Access> sorted = new ArrayList<>(accesses);
    sorted.sort(Comparator.comparingInt(this::place));
    int end = 0;
    for (Access access : sorted) {
      if (place(access) != end) {
        return false;
      }
      end += access.bytes();
    }
    return end == Math.abs(step);
  }

  /** Returns whether a number is an address of the first round, or the one behind it. */
  boolean reaches(LinearForm number) {
    LinearForm distance = number.minus(first);
    return distance.isConstant() && distance.constant() >= 0 && distance.constant() <= step;
  }

  /** Returns whether an access is inside the bytes that a round steps over. */
  boolean contains(Access access) {
    return access.first().minus(first).isConstant()
        && place(access) >= 0
        && place(access) + access.bytes() <= Math.abs(step);
  }

  /**
   * Returns the conditions, beside that {@code first} is in the memory, under which no offset makes
   * an address operand beyond the memory one that is inside.
   */
  List<Expr> guards() {
    return lowest == 0
        ? List.of()
        : List.of(
            LinearForm.operation(
                NumericOpcode.I32_GE_S, first.plus(-lowest).expr(), LinearForm.number(0)));
  }
}
