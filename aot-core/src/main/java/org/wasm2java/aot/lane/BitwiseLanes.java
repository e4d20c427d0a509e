package org.wasm2java.aot.lane;

import static org.wasm2java.aot.instruction.NumericOpcode.I32_AND;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_OR;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_XOR;
import static org.wasm2java.aot.instruction.NumericOpcode.I64_AND;
import static org.wasm2java.aot.instruction.NumericOpcode.I64_OR;
import static org.wasm2java.aot.instruction.NumericOpcode.I64_XOR;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wasm2java.aot.instruction.NumericOpcode;
import org.wasm2java.aot.instruction.Shape;
import org.wasm2java.aot.instruction.VectorOpcode;
import org.wasm2java.aot.ir.Expr;

/**
 * Writes what does the same to each bit. With truths it is a choice: bits of a lane are kept or
 * not, all of them.
 */
final class BitwiseLanes {
  private final Steps steps;
  private final NaturalShapes natural;
  private final LaneExpressions lanes;

  BitwiseLanes(Steps steps, NaturalShapes natural, LaneExpressions lanes) {
    this.steps = steps;
    this.natural = natural;
    this.lanes = lanes;
  }

  Lanes of(Expr.Vector vector, Optional<Shape> wanted) {
    List<Expr> operands = vector.operands();
    if (operands.size() == 3) {
      return select(operands.get(0), operands.get(1), operands.get(2), wanted);
    }
    if (operands.size() == 1) {
      return not(operands.get(0), wanted);
    }
    Shape first = natural.of(operands.get(0)).orElse(Shape.I64X2);
    Shape second = natural.of(operands.get(1)).orElse(Shape.I64X2);
    if (first.isMask() != second.isMask() && first.isAlike(second)) {
      boolean maskFirst = first.isMask();
      if (keepsByMask(vector.opcode(), maskFirst)) {
        Lanes mask = lanes.in(maskFirst ? first : second, operands.get(maskFirst ? 0 : 1));
        Lanes kept = lanes.in(maskFirst ? second : first, operands.get(maskFirst ? 1 : 0));
        return byMask(vector.opcode(), mask, kept);
      }
    }
    return binary(vector, first == second, wanted);
  }

  private Lanes binary(Expr.Vector vector, boolean same, Optional<Shape> wanted) {
    Optional<Shape> own = natural.of(vector);
    if (own.isPresent() && own.get().isMask() && !same) {
      own = own.map(NaturalShapes::integers);
    }
    Shape shape = own.orElse(wanted.map(NaturalShapes::integers).orElse(Shape.I64X2));
    Shape integers = shape.isMask() ? shape : NaturalShapes.integers(shape);
    Lanes first = lanes.in(integers, vector.operands().get(0));
    Lanes second = lanes.in(integers, vector.operands().get(1));
    return LaneExpressions.zipped(
        first, second, (one, other) -> combined(vector.opcode(), integers, one, other));
  }

  private static Expr combined(VectorOpcode opcode, Shape shape, Expr one, Expr other) {
    return switch (opcode) {
      case V128_AND -> and(shape, one, other);
      case V128_OR -> or(shape, one, other);
      case V128_XOR -> xor(shape, one, other);
      case V128_ANDNOT -> and(shape, one, complement(shape, other));
      default -> throw new IllegalArgumentException(opcode.text() + " is not of two vectors");
    };
  }

  private static Expr and(Shape shape, Expr one, Expr other) {
    return both(shape, I32_AND, I64_AND, one, other);
  }

  private static Expr or(Shape shape, Expr one, Expr other) {
    return both(shape, I32_OR, I64_OR, one, other);
  }

  private static Expr xor(Shape shape, Expr one, Expr other) {
    return both(shape, I32_XOR, I64_XOR, one, other);
  }

  private static Expr both(
      Shape shape, NumericOpcode ints, NumericOpcode longs, Expr one, Expr other) {
    return shape == Shape.I64X2
        ? Scalars.longOf(longs, one, other)
        : Scalars.intOf(ints, one, other);
  }

  private static Expr complement(Shape shape, Expr lane) {
    if (shape.isMask()) {
      return Scalars.not(lane);
    }
    Expr ones = shape == Shape.I64X2 ? Scalars.constant(-1L) : Scalars.constant(-1);
    return xor(shape, lane, ones);
  }

  private Lanes not(Expr operand, Optional<Shape> wanted) {
    Shape shape = natural.of(operand).or(() -> wanted).orElse(Shape.I64X2);
    Shape integers =
        shape.isMask() && natural.of(operand).isPresent() ? shape : NaturalShapes.integers(shape);
    return LaneExpressions.each(
        lanes.in(integers, operand), integers, lane -> complement(integers, lane));
  }

  /** Returns whether an operation keeps a lane or makes it zero, as a truth says. */
  private static boolean keepsByMask(VectorOpcode opcode, boolean maskFirst) {
    return opcode == VectorOpcode.V128_AND || opcode == VectorOpcode.V128_ANDNOT && !maskFirst;
  }

  private static Lanes byMask(VectorOpcode opcode, Lanes mask, Lanes lanes) {
    Expr zero = Scalars.zero(lanes.shape().lane());
    boolean keeps = opcode == VectorOpcode.V128_AND;
    return LaneExpressions.zipped(
        lanes,
        mask,
        (lane, truth) ->
            keeps ? Scalars.select(truth, lane, zero) : Scalars.select(truth, zero, lane));
  }

  private Lanes select(Expr ifOnes, Expr ifZeros, Expr control, Optional<Shape> wanted) {
    Optional<Shape> mask = natural.of(control).filter(Shape::isMask);
    Optional<Shape> own = natural.of(ifOnes).or(() -> natural.of(ifZeros)).or(() -> wanted);
    if (mask.isPresent()) {
      Shape shape =
          own.map(NaturalShapes::unmasked)
              .filter(mask.get()::isAlike)
              .orElse(NaturalShapes.integers(mask.get()));
      Lanes truths = lanes.of(control, Optional.empty());
      Lanes ones = lanes.in(shape, ifOnes);
      Lanes zeros = lanes.in(shape, ifZeros);
      List<Expr> values = new ArrayList<>();
      for (int i = 0; i < shape.lanes(); i++) {
        values.add(Scalars.select(truths.get(i), ones.get(i), zeros.get(i)));
      }
      return new Lanes(shape, values);
    }
    Shape shape = NaturalShapes.integers(own.or(() -> natural.of(control)).orElse(Shape.I64X2));
    Lanes ones = lanes.in(shape, ifOnes);
    Lanes zeros = steps.named(lanes.in(shape, ifZeros));
    Lanes differences = LaneExpressions.zipped(ones, zeros, (one, zero) -> xor(shape, one, zero));
    Lanes taken =
        LaneExpressions.zipped(
            differences, lanes.in(shape, control), (bits, chosen) -> and(shape, bits, chosen));
    return LaneExpressions.zipped(taken, zeros, (bits, zero) -> xor(shape, bits, zero));
  }
}
