package org.wasm2java.aot.lane;

import static org.wasm2java.aot.instruction.NumericOpcode.I64_AND;
import static org.wasm2java.aot.instruction.NumericOpcode.I64_OR;
import static org.wasm2java.aot.instruction.NumericOpcode.I64_SHL;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.wasm2java.aot.instruction.Shape;
import org.wasm2java.aot.instruction.VectorOpcode;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.type.NumberType;

/** Writes shuffles of bytes: lanes that stay whole get other places, bytes are moved in halves. */
final class Shuffles {
  /** More moves than this in a half are left to the method that can do all. */
  private static final int MOST_MOVES = 4;

  /** More than these are as easy with each byte apart. */
  private static final int FEW_MOVES = 2;

  private final Steps steps;

  Shuffles(Steps steps) {
    this.steps = steps;
  }

  /** Returns lanes of two vectors of a shape whose lanes stay whole. */
  Lanes whole(ShuffledBytes bytes, Lanes first, Lanes second) {
    int lanes = first.shape().lanes();
    int size = 2 * Long.BYTES / lanes;
    int[] uses = new int[2 * lanes];
    for (int i = 0; i < lanes; i++) {
      uses[bytes.source(i * size) / size]++;
    }
    List<Expr> sources = new ArrayList<>(first.values());
    sources.addAll(second.values());
    for (int i = 0; i < sources.size(); i++) {
      if (uses[i] > 1) {
        sources.set(i, steps.named(sources.get(i)));
      }
    }
    List<Expr> taken = new ArrayList<>();
    for (int i = 0; i < lanes; i++) {
      taken.add(sources.get(bytes.source(i * size) / size));
    }
    return new Lanes(first.shape(), taken);
  }

  /** Returns bytes of two vectors of longs. */
  Lanes bytes(ShuffledBytes bytes, Lanes first, Lanes second) {
    List<Expr> halves = new ArrayList<>(steps.named(first).values());
    halves.addAll(steps.named(second).values());
    return new Lanes(Shape.I64X2, List.of(half(bytes, 0, halves), half(bytes, 1, halves)));
  }

  /**
   * Bytes that one shift brings from a half of an operand to their places.
   *
   * @param half the number of the half, 0 to 3
   * @param distance by how many bytes they go down, or up if it is negative
   */
  private record Move(int half, int distance) implements Comparable<Move> {
    @Override
    public int compareTo(Move other) {
      return half != other.half
          ? Integer.compare(half, other.half)
          : Integer.compare(distance, other.distance);
    }
  }

  /** Returns the shape for a shuffle of bytes: each apart, if it moves them very much. */
  static Optional<Shape> preferred(Expr.Vector shuffle) {
    ShuffledBytes bytes = ShuffledBytes.of(shuffle);
    Predicate<Integer> counts = half -> !isZeroVector(shuffle.operands().get(half / 2));
    int most = Math.max(moves(bytes, 0, counts).size(), moves(bytes, 1, counts).size());
    return most > MOST_MOVES
        ? Optional.of(Shape.I8X16)
        : most > FEW_MOVES ? Optional.empty() : Optional.of(Shape.I64X2);
  }

  /** Returns whether a vector is the constant zero. */
  static boolean isZeroVector(Expr vector) {
    return vector instanceof Expr.Vector constant
        && constant.opcode() == VectorOpcode.V128_CONST
        && constant.low() == 0
        && constant.high() == 0;
  }

  /** Returns which bits of a half each move brings; what does not count is zero. */
  private static SortedMap<Move, Long> moves(
      ShuffledBytes bytes, int number, Predicate<Integer> counts) {
    SortedMap<Move, Long> moves = new TreeMap<>();
    for (int i = 0; i < Long.BYTES; i++) {
      int source = bytes.source(number * Long.BYTES + i);
      Move move = new Move(source / Long.BYTES, source % Long.BYTES - i);
      if (counts.test(move.half())) {
        moves.merge(move, 0xFFL << Byte.SIZE * i, (mask, more) -> mask | more);
      }
    }
    return moves;
  }

  private static Expr half(ShuffledBytes bytes, int number, List<Expr> halves) {
    SortedMap<Move, Long> moves = moves(bytes, number, half -> !isZero(halves.get(half)));
    if (moves.size() > MOST_MOVES) {
      List<Expr> operands = new ArrayList<>(halves);
      operands.add(Scalars.constant(bytes.half(number)));
      return Scalars.operation(VectorOpcode.I8X16_SHUFFLE, NumberType.I64, operands);
    }
    Expr sum = Scalars.constant(0L);
    for (var move : moves.entrySet()) {
      Expr moved =
          moved(halves.get(move.getKey().half()), move.getKey().distance(), move.getValue());
      sum = isZero(sum) ? moved : Scalars.longOf(I64_OR, sum, moved);
    }
    return sum;
  }

  private static boolean isZero(Expr expr) {
    return expr instanceof Expr.Constant constant && constant.isZero();
  }

  private static Expr moved(Expr half, int distance, long mask) {
    int bits = Math.abs(distance) * Byte.SIZE;
    Expr shifted =
        distance >= 0
            ? Conversions.shifted(half, bits)
            : Scalars.longOf(I64_SHL, half, Scalars.constant((long) bits));
    long left = distance >= 0 ? -1L >>> bits : -1L << bits;
    return mask == left ? shifted : Scalars.longOf(I64_AND, shifted, Scalars.constant(mask));
  }
}
