package org.wasm2java.aot.lane;

import static org.wasm2java.aot.instruction.NumericOpcode.F32_REINTERPRET_I32;
import static org.wasm2java.aot.instruction.NumericOpcode.F64_REINTERPRET_I64;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_AND;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_EXTEND16_S;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_OR;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_REINTERPRET_F32;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_SHL;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_SHR_S;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_WRAP_I64;
import static org.wasm2java.aot.instruction.NumericOpcode.I64_EXTEND_I32_S;
import static org.wasm2java.aot.instruction.NumericOpcode.I64_EXTEND_I32_U;
import static org.wasm2java.aot.instruction.NumericOpcode.I64_OR;
import static org.wasm2java.aot.instruction.NumericOpcode.I64_REINTERPRET_F64;
import static org.wasm2java.aot.instruction.NumericOpcode.I64_SHL;
import static org.wasm2java.aot.instruction.NumericOpcode.I64_SHR_U;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.wasm2java.aot.instruction.NumericOpcode;
import org.wasm2java.aot.instruction.Shape;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.type.NumberType;

/** Gives vectors other shapes, bit by bit the same. */
final class Conversions {
  private final Steps steps;
  private final ByteLanes bytes;

  Conversions(Steps steps, ByteLanes bytes) {
    this.steps = steps;
    this.bytes = bytes;
  }

  /** Returns the same vector in a shape. */
  Lanes convert(Lanes from, Shape shape) {
    if (from.shape() == shape) {
      return from;
    }
    return switch (shape) {
      case I64X2 -> longs(from);
      case I8X16 -> bytes(from);
      case I16X8 -> words(from);
      case I32X4 -> ints(from);
      case F32X4 -> each(ints(from), shape, lane -> reinterpret(F32_REINTERPRET_I32, lane));
      case F64X2 -> each(longs(from), shape, lane -> reinterpret(F64_REINTERPRET_I64, lane));
      case B64X2, B32X4 ->
          throw new IllegalArgumentException("lanes of " + from.shape() + " are no truths");
    };
  }

  private Lanes longs(Lanes from) {
    return switch (from.shape()) {
      case I64X2 -> from;
      case F64X2 -> each(from, Shape.I64X2, lane -> reinterpret(I64_REINTERPRET_F64, lane));
      case B64X2 ->
          each(
              from,
              Shape.I64X2,
              lane -> Scalars.select(lane, Scalars.constant(-1L), Scalars.constant(0L)));
      case I8X16, I16X8, I32X4, F32X4, B32X4 -> packed(ints(from));
    };
  }

  private Lanes ints(Lanes from) {
    return switch (from.shape()) {
      case I32X4 -> from;
      case I8X16 -> ByteLanes.integers(from);
      case I16X8 -> joinedWords(from);
      case F32X4 -> each(from, Shape.I32X4, lane -> reinterpret(I32_REINTERPRET_F32, lane));
      case B32X4 ->
          each(
              from,
              Shape.I32X4,
              lane -> Scalars.select(lane, Scalars.constant(-1), Scalars.constant(0)));
      case I64X2, F64X2, B64X2 -> unpacked(longs(from));
    };
  }

  private static Lanes joinedWords(Lanes words) {
    List<Expr> ints = new ArrayList<>();
    for (int i = 0; i < words.shape().lanes(); i += 2) {
      Expr low = Scalars.intOf(I32_AND, words.get(i), Scalars.constant(0xFFFF));
      Expr high = Scalars.intOf(I32_SHL, words.get(i + 1), Scalars.constant(Short.SIZE));
      ints.add(Scalars.intOf(I32_OR, low, high));
    }
    return new Lanes(Shape.I32X4, ints);
  }

  private Lanes words(Lanes from) {
    List<Expr> lanes = new ArrayList<>();
    if (from.shape() == Shape.I8X16) {
      for (int i = 0; i < from.shape().lanes(); i += 2) {
        lanes.add(ByteLanes.joined(from.values().subList(i, i + 2)));
      }
    } else {
      for (Expr both : steps.named(ints(from)).values()) {
        lanes.add(both instanceof Expr.Constant ? Scalars.intOf(I32_EXTEND16_S, both) : both);
        lanes.add(Scalars.intOf(I32_SHR_S, both, Scalars.constant(Short.SIZE)));
      }
    }
    return new Lanes(Shape.I16X8, lanes);
  }

  private Lanes bytes(Lanes from) {
    List<Expr> lanes = new ArrayList<>();
    switch (from.shape()) {
      case I64X2, F64X2, B64X2 ->
          steps.named(longs(from)).values().forEach(half -> lanes.addAll(bytes.ofHalf(half)));
      case I16X8 ->
          steps.named(from).values().forEach(word -> lanes.addAll(bytes.ofInteger(word, 2)));
      default ->
          steps
              .named(ints(from))
              .values()
              .forEach(lane -> lanes.addAll(bytes.ofInteger(lane, Integer.BYTES)));
    }
    return new Lanes(Shape.I8X16, lanes);
  }

  private static Lanes each(Lanes from, Shape shape, UnaryOperator<Expr> lane) {
    return new Lanes(shape, from.values().stream().map(lane).toList());
  }

  /** Returns the bits of a number as one of another type; twice is not at all. */
  static Expr reinterpret(NumericOpcode opcode, Expr lane) {
    if (lane instanceof Expr.Operation given && given.opcode() == opposite(opcode)) {
      return given.operands().get(0);
    }
    NumberType result =
        switch (opcode) {
          case F32_REINTERPRET_I32 -> NumberType.F32;
          case F64_REINTERPRET_I64 -> NumberType.F64;
          case I32_REINTERPRET_F32 -> NumberType.I32;
          default -> NumberType.I64;
        };
    if (lane instanceof Expr.Constant constant) {
      return new Expr.Constant(Carrier.single(result), constant.bits());
    }
    return Scalars.operation(opcode, result, List.of(lane));
  }

  private static NumericOpcode opposite(NumericOpcode opcode) {
    return switch (opcode) {
      case F32_REINTERPRET_I32 -> I32_REINTERPRET_F32;
      case F64_REINTERPRET_I64 -> I64_REINTERPRET_F64;
      case I32_REINTERPRET_F32 -> F32_REINTERPRET_I32;
      default -> F64_REINTERPRET_I64;
    };
  }

  private static Lanes packed(Lanes ints) {
    return new Lanes(
        Shape.I64X2, List.of(packed(ints.get(0), ints.get(1)), packed(ints.get(2), ints.get(3))));
  }

  /** Returns two integers as one long. */
  static Expr packed(Expr low, Expr high) {
    if (low instanceof Expr.Constant lower && high instanceof Expr.Constant upper) {
      return Scalars.constant(lower.bits() & 0xFFFFFFFFL | upper.bits() << Integer.SIZE);
    }
    Expr upper =
        Scalars.longOf(
            I64_SHL, Scalars.longOf(I64_EXTEND_I32_S, high), Scalars.constant((long) Integer.SIZE));
    return Scalars.longOf(I64_OR, unsigned(low), upper);
  }

  /** Returns an integer as the long of its unsigned value. */
  static Expr unsigned(Expr lane) {
    return lane instanceof Expr.Constant constant
        ? Scalars.constant(constant.bits() & 0xFFFFFFFFL)
        : Scalars.longOf(I64_EXTEND_I32_U, lane);
  }

  private Lanes unpacked(Lanes longs) {
    List<Expr> ints = new ArrayList<>();
    for (Expr half : steps.named(longs).values()) {
      ints.add(Scalars.intOf(I32_WRAP_I64, half));
      ints.add(Scalars.intOf(I32_WRAP_I64, shifted(half, Integer.SIZE)));
    }
    return new Lanes(Shape.I32X4, ints);
  }

  /** Returns a long shifted to the right by so many bits. */
  static Expr shifted(Expr value, int bits) {
    return bits == 0 ? value : Scalars.longOf(I64_SHR_U, value, Scalars.constant((long) bits));
  }
}
