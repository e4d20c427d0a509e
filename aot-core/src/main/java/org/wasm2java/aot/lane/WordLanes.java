package org.wasm2java.aot.lane;

import static org.wasm2java.aot.instruction.NumericOpcode.I32_ADD;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_AND;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_EXTEND16_S;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_EXTEND8_S;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_MUL;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_OR;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_SHL;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_SHR_S;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_SHR_U;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_SUB;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_WRAP_I64;

import java.util.ArrayList;
import java.util.List;
import org.wasm2java.aot.instruction.NumericOpcode;
import org.wasm2java.aot.instruction.Shape;
import org.wasm2java.aot.instruction.VectorForm;
import org.wasm2java.aot.instruction.VectorOpcode;
import org.wasm2java.aot.instruction.WordOperation;
import org.wasm2java.aot.ir.Expr;

/** Computes lanes of 16 bits as sign-extended integers. */
final class WordLanes {
  private static final int ALL = 0xFFFF;

  private WordLanes() {}

  /** Returns what an operation makes of a lane of each operand. */
  static Expr computed(WordOperation word, List<Expr> lanes) {
    List<Expr> operands = lanes;
    if (word.unsigned()) {
      operands = lanes.stream().map(WordLanes::unsigned).toList();
    }
    return switch (word.result()) {
      case EXACT -> operation(word, operands);
      case WRAPPED -> wrapped(operation(word, operands));
      case SATURATED -> between(operation(word, operands), Short.MIN_VALUE, Short.MAX_VALUE);
      case SATURATED_UNSIGNED -> wrapped(between(operation(word, operands), 0, ALL));
      case TRUTH ->
          Scalars.select(operation(word, operands), Scalars.constant(-1), Scalars.constant(0));
      case EXTREME -> extreme(word, operands);
      case AVERAGE -> wrapped(average(operation(word, operands)));
      case FIXED_POINT -> fixedPoint(operation(word, operands));
      case NEGATIVE -> wrapped(Scalars.intOf(I32_SUB, Scalars.constant(0), operands.get(0)));
      case MAGNITUDE -> wrapped(Scalars.intOf(VectorOpcode.I32X4_ABS, operands.get(0)));
    };
  }

  private static Expr operation(WordOperation word, List<Expr> operands) {
    return Scalars.intOf(word.operation(), operands.toArray(Expr[]::new));
  }

  /** A distance counts modulo the bits of a lane. */
  static Expr shifted(WordOperation word, Expr lane, Expr distance) {
    Expr operand = word.unsigned() ? unsigned(lane) : lane;
    Expr shifted = Scalars.intOf(word.operation(), operand, distance);
    return word.result() == WordOperation.Result.EXACT ? shifted : wrapped(shifted);
  }

  static Expr distance(Expr given) {
    return Scalars.intOf(I32_AND, given, Scalars.constant(Short.SIZE - 1));
  }

  static Expr unsigned(Expr lane) {
    return Scalars.intOf(I32_AND, lane, Scalars.constant(ALL));
  }

  static Expr wrapped(Expr number) {
    return Scalars.intOf(I32_EXTEND16_S, number);
  }

  private static Expr between(Expr number, int least, int most) {
    Expr raised = Scalars.intOf(VectorOpcode.I32X4_MAX_S, number, Scalars.constant(least));
    return Scalars.intOf(VectorOpcode.I32X4_MIN_S, raised, Scalars.constant(most));
  }

  private static Expr extreme(WordOperation word, List<Expr> operands) {
    VectorOpcode opcode =
        word.operation() == NumericOpcode.I32_LT_S
            ? VectorOpcode.I32X4_MIN_S
            : VectorOpcode.I32X4_MAX_S;
    Expr chosen = Scalars.intOf(opcode, operands.get(0), operands.get(1));
    return word.unsigned() ? wrapped(chosen) : chosen;
  }

  private static Expr average(Expr sum) {
    Expr rounded = Scalars.intOf(I32_ADD, sum, Scalars.constant(1));
    return Scalars.intOf(I32_SHR_U, rounded, Scalars.constant(1));
  }

  private static Expr fixedPoint(Expr product) {
    Expr rounded = Scalars.intOf(I32_ADD, product, Scalars.constant(1 << 14));
    Expr high = Scalars.intOf(I32_SHR_S, rounded, Scalars.constant(15));
    return Scalars.intOf(VectorOpcode.I32X4_MIN_S, high, Scalars.constant((int) Short.MAX_VALUE));
  }

  /** Returns the bytes of a half, which may be used several times, as numbers. */
  static List<Expr> bytes(Expr half, boolean signed) {
    List<Expr> bytes = new ArrayList<>();
    for (int i = 0; i < Long.BYTES; i++) {
      Expr low = Scalars.intOf(I32_WRAP_I64, Conversions.shifted(half, i * Byte.SIZE));
      bytes.add(
          signed
              ? Scalars.intOf(I32_EXTEND8_S, low)
              : Scalars.intOf(I32_AND, low, Scalars.constant(0xFF)));
    }
    return bytes;
  }

  /** Returns the products of lanes: those of bytes without sign need not be lanes with one. */
  static Expr product(Expr first, Expr second, boolean signed) {
    Expr product = Scalars.intOf(I32_MUL, first, second);
    return signed ? product : wrapped(product);
  }

  /** Returns four lanes as numbers of 32 bits, or their products. */
  static Lanes widened(VectorForm.Widen form, List<Lanes> operands) {
    List<Expr> values = new ArrayList<>();
    for (int i = 0; i < Shape.I32X4.lanes(); i++) {
      int from = i + (form.high() ? Shape.I32X4.lanes() : 0);
      List<Expr> factors = new ArrayList<>();
      for (Lanes operand : operands) {
        Expr lane = operand.get(from);
        factors.add(form.signed() ? lane : unsigned(lane));
      }
      values.add(
          factors.size() == 1
              ? factors.get(0)
              : Scalars.intOf(I32_MUL, factors.get(0), factors.get(1)));
    }
    return new Lanes(Shape.I32X4, values);
  }

  /** Returns sums of neighbours, or of their products. */
  static Lanes sums(VectorForm.Pairwise form, List<Lanes> operands) {
    List<Expr> sums = new ArrayList<>();
    for (int i = 0; i < Shape.I16X8.lanes(); i += 2) {
      List<Expr> terms = new ArrayList<>();
      for (int lane = i; lane < i + 2; lane++) {
        Expr first = operands.get(0).get(lane);
        terms.add(
            operands.size() == 2
                ? Scalars.intOf(I32_MUL, first, operands.get(1).get(lane))
                : form.signed() ? first : unsigned(first));
      }
      sums.add(Scalars.intOf(I32_ADD, terms.get(0), terms.get(1)));
    }
    return new Lanes(Shape.I32X4, sums);
  }

  /** Returns numbers of 32 bits as the nearest of 16 bits. */
  static Expr narrowed(Expr number, boolean signed) {
    return signed
        ? between(number, Short.MIN_VALUE, Short.MAX_VALUE)
        : wrapped(between(number, 0, ALL));
  }

  /** Returns the half of bytes that are nearest to eight lanes. */
  static Expr packed(List<Expr> lanes, boolean signed) {
    List<Expr> ints = new ArrayList<>();
    for (int i = 0; i < lanes.size(); i += Integer.BYTES) {
      Expr packed = Scalars.constant(0);
      for (int lane = 0; lane < Integer.BYTES; lane++) {
        Expr bounded =
            signed
                ? between(lanes.get(i + lane), Byte.MIN_VALUE, Byte.MAX_VALUE)
                : between(lanes.get(i + lane), 0, 0xFF);
        Expr bits = signed ? Scalars.intOf(I32_AND, bounded, Scalars.constant(0xFF)) : bounded;
        packed =
            lane == 0
                ? bits
                : Scalars.intOf(
                    I32_OR,
                    packed,
                    Scalars.intOf(I32_SHL, bits, Scalars.constant(lane * Byte.SIZE)));
      }
      ints.add(packed);
    }
    return Conversions.packed(ints.get(0), ints.get(1));
  }
}
