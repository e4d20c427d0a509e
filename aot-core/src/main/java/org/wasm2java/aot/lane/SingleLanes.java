package org.wasm2java.aot.lane;

import static org.wasm2java.aot.instruction.NumericOpcode.F32_REINTERPRET_I32;
import static org.wasm2java.aot.instruction.NumericOpcode.F64_REINTERPRET_I64;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_AND;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_EXTEND16_S;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_EXTEND8_S;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_NE;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_OR;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_REINTERPRET_F32;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_SHL;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_SHR_U;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_WRAP_I64;
import static org.wasm2java.aot.instruction.NumericOpcode.I64_AND;
import static org.wasm2java.aot.instruction.NumericOpcode.I64_OR;
import static org.wasm2java.aot.instruction.NumericOpcode.I64_REINTERPRET_F64;
import static org.wasm2java.aot.instruction.NumericOpcode.I64_SHL;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.wasm2java.aot.instruction.NumericOpcode;
import org.wasm2java.aot.instruction.Shape;
import org.wasm2java.aot.instruction.VectorForm;
import org.wasm2java.aot.instruction.VectorOpcode;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.type.NumberType;

/** Writes what goes from a number to a vector's lanes and back. */
final class SingleLanes {
  private final Steps steps;
  private final NaturalShapes natural;
  private final LaneExpressions lanes;
  private final WordLanes wordLanes;
  private final ByteLanes byteLanes;

  SingleLanes(Steps steps, NaturalShapes natural, LaneExpressions lanes) {
    this.wordLanes = new WordLanes(steps.ranges());
    this.byteLanes = new ByteLanes(steps.ranges());
    this.steps = steps;
    this.natural = natural;
    this.lanes = lanes;
  }

  /** Returns a vector of which a number is all lanes. */
  Lanes splat(Expr.Vector vector, Shape shape, Expr number, Optional<Shape> wanted) {
    boolean words = vector.opcode() == VectorOpcode.I16X8_SPLAT;
    if (words && NaturalShapes.areWords(wanted)) {
      Expr lane = steps.named(number);
      return new Lanes(Shape.I16X8, Collections.nCopies(Shape.I16X8.lanes(), lane));
    }
    if (vector.opcode() == VectorOpcode.I8X16_SPLAT && NaturalShapes.areBytes(wanted)) {
      Expr lane = steps.named(byteLanes.unsigned(number));
      return new Lanes(Shape.I8X16, Collections.nCopies(Shape.I8X16.lanes(), lane));
    }
    if (words || vector.opcode() == VectorOpcode.I8X16_SPLAT) {
      Expr half = steps.renamed(Scalars.operation(vector.opcode(), shape.lane(), List.of(number)));
      return new Lanes(shape, List.of(half, half));
    }
    Shape chosen = NaturalShapes.alike(shape, wanted);
    Expr lane = steps.named(reinterpreted(number, shape, chosen));
    return new Lanes(chosen, Collections.nCopies(chosen.lanes(), lane));
  }

  /** Returns the bits of a lane of one shape as a lane of another of the same size. */
  private static Expr reinterpreted(Expr lane, Shape from, Shape to) {
    if (from == to) {
      return lane;
    }
    return switch (to) {
      case I64X2 -> Conversions.reinterpret(I64_REINTERPRET_F64, lane);
      case I32X4 -> Conversions.reinterpret(I32_REINTERPRET_F32, lane);
      case F32X4 -> Conversions.reinterpret(F32_REINTERPRET_I32, lane);
      case F64X2 -> Conversions.reinterpret(F64_REINTERPRET_I64, lane);
      case I8X16, I16X8, B64X2, B32X4 -> throw new IllegalArgumentException("numbers are no " + to);
    };
  }

  /** Returns a vector with another number in one lane. */
  Lanes replace(Expr.Vector vector, VectorForm.Replace form, Expr number, Optional<Shape> wanted) {
    Expr operand = vector.operands().get(0);
    int lane = (int) vector.low();
    if (operand instanceof Expr.Vector both
        && both.opcode() == VectorOpcode.I64X2_SPLAT
        && vector.opcode() == VectorOpcode.I64X2_REPLACE_LANE
        && lane == 1) {
      Expr low = lanes.number(both.operands().get(0));
      return new Lanes(Shape.I64X2, List.of(low, number));
    }
    if (form.bits() == Short.SIZE && NaturalShapes.areWords(natural.of(vector))) {
      List<Expr> words = new ArrayList<>(lanes.in(Shape.I16X8, operand).values());
      words.set(lane, steps.named(number));
      return new Lanes(Shape.I16X8, words);
    }
    if (form.bits() == Byte.SIZE && natural.areBytes(vector)) {
      List<Expr> bytes = new ArrayList<>(lanes.in(Shape.I8X16, operand).values());
      bytes.set(lane, steps.named(byteLanes.unsigned(number)));
      return new Lanes(Shape.I8X16, bytes);
    }
    if (form.bits() < Integer.SIZE) {
      return replaceBits(lanes.in(Shape.I64X2, operand), form.bits(), lane, number);
    }
    Shape shape =
        natural
            .of(operand)
            .map(NaturalShapes::unmasked)
            .filter(form.shape()::isAlike)
            .orElseGet(() -> NaturalShapes.alike(form.shape(), wanted));
    Expr named = steps.named(number);
    List<Expr> values = new ArrayList<>(lanes.in(shape, operand).values());
    values.set(lane, reinterpreted(named, form.shape(), shape));
    return new Lanes(shape, values);
  }

  private Lanes replaceBits(Lanes halves, int bits, int lane, Expr number) {
    int perHalf = Long.SIZE / bits;
    int shift = lane % perHalf * bits;
    long mask = (1L << bits) - 1;
    Expr low = Conversions.unsigned(Scalars.intOf(I32_AND, number, Scalars.constant((int) mask)));
    Expr placed = shift == 0 ? low : Scalars.longOf(I64_SHL, low, Scalars.constant((long) shift));
    List<Expr> values = new ArrayList<>(halves.values());
    Expr others =
        Scalars.longOf(I64_AND, values.get(lane / perHalf), Scalars.constant(~(mask << shift)));
    values.set(lane / perHalf, Scalars.longOf(I64_OR, others, placed));
    return new Lanes(Shape.I64X2, values);
  }

  /** Returns a lane as a number. */
  Expr extract(Expr.Vector vector, VectorForm.Extract form) {
    Expr operand = vector.operands().get(0);
    int lane = (int) vector.low();
    if (form.bits() < Integer.SIZE) {
      return extractBits(lanes.unmasked(operand), form, lane);
    }
    Shape shape =
        natural
            .of(operand)
            .map(NaturalShapes::unmasked)
            .filter(form.shape()::isAlike)
            .orElse(form.shape());
    return reinterpreted(lanes.in(shape, operand).get(lane), shape, form.shape());
  }

  private Expr extractBits(Lanes given, VectorForm.Extract form, int lane) {
    if (given.shape() == Shape.I16X8 && form.bits() == Short.SIZE) {
      return wordLanes.number(given.get(lane), !form.signed());
    }
    if (given.shape() == Shape.I8X16 && form.bits() == Byte.SIZE) {
      return form.signed() ? byteLanes.signed(given.get(lane)) : given.get(lane);
    }
    boolean ints = given.shape() == Shape.I32X4;
    Lanes source = ints ? given : lanes.converted(given, Shape.I64X2);
    int perLane = source.shape().lane().bytes() * Byte.SIZE / form.bits();
    Expr whole = source.get(lane / perLane);
    int shift = lane % perLane * form.bits();
    Expr low =
        ints
            ? shift == 0 ? whole : Scalars.intOf(I32_SHR_U, whole, Scalars.constant(shift))
            : Scalars.intOf(I32_WRAP_I64, Conversions.shifted(whole, shift));
    if (!form.signed()) {
      return Scalars.intOf(I32_AND, low, Scalars.constant((1 << form.bits()) - 1));
    }
    return Scalars.intOf(form.bits() == Byte.SIZE ? I32_EXTEND8_S : I32_EXTEND16_S, low);
  }

  /** Returns the number that an instruction makes of all lanes. */
  Expr reduce(Expr.Vector vector, VectorForm.Reduce form) {
    Expr operand = vector.operands().get(0);
    Shape own = natural.of(operand).orElse(form.shape());
    boolean any = vector.opcode() == VectorOpcode.V128_ANY_TRUE;
    if (own.isMask() && isOfTruths(vector.opcode(), own)) {
      return ofTruths(vector.opcode(), lanes.of(operand, Optional.empty()));
    }
    Shape integers = NaturalShapes.integers(own);
    if (any && integers != Shape.I64X2) {
      Expr all = joined(lanes.in(integers, operand), I32_OR);
      Expr bits =
          integers == Shape.I16X8 ? Scalars.intOf(I32_AND, all, Scalars.constant(0xFFFF)) : all;
      return Scalars.intOf(I32_NE, bits, Scalars.constant(0));
    }
    List<Expr> all = lanes.in(form.shape(), operand).values();
    return Scalars.operation(vector.opcode(), NumberType.I32, all);
  }

  /**
   * Returns whether truths tell the number: those of larger lanes also say whether smaller ones are
   * true, but not the other way round.
   */
  private static boolean isOfTruths(VectorOpcode opcode, Shape truths) {
    return switch (opcode) {
      case I8X16_BITMASK, I16X8_BITMASK -> false;
      case I32X4_BITMASK -> truths == Shape.B32X4;
      case I64X2_BITMASK, I64X2_ALL_TRUE -> truths == Shape.B64X2;
      default -> true;
    };
  }

  private static Expr ofTruths(VectorOpcode opcode, Lanes truths) {
    return switch (opcode) {
      case V128_ANY_TRUE -> joined(truths, I32_OR);
      case I8X16_ALL_TRUE, I16X8_ALL_TRUE, I32X4_ALL_TRUE, I64X2_ALL_TRUE ->
          joined(truths, I32_AND);
      case I32X4_BITMASK, I64X2_BITMASK -> joined(bits(truths), I32_OR);
      default -> throw new IllegalArgumentException(opcode.text() + " of truths");
    };
  }

  private static Lanes bits(Lanes truths) {
    List<Expr> bits = new ArrayList<>(truths.values());
    for (int i = 1; i < bits.size(); i++) {
      bits.set(i, Scalars.intOf(I32_SHL, bits.get(i), Scalars.constant(i)));
    }
    return new Lanes(truths.shape(), bits);
  }

  private static Expr joined(Lanes lanes, NumericOpcode opcode) {
    Expr joined = lanes.get(0);
    for (Expr lane : lanes.values().subList(1, lanes.values().size())) {
      joined = Scalars.intOf(opcode, joined, lane);
    }
    return joined;
  }
}
