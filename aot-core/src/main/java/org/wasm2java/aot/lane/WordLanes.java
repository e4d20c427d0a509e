package org.wasm2java.aot.lane;

import static org.wasm2java.aot.instruction.NumericOpcode.I32_ADD;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_AND;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_EXTEND16_S;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_MUL;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_SHR_S;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_SHR_U;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_SUB;

import java.util.ArrayList;
import java.util.List;
import org.wasm2java.aot.instruction.NumericOpcode;
import org.wasm2java.aot.instruction.Shape;
import org.wasm2java.aot.instruction.VectorForm;
import org.wasm2java.aot.instruction.VectorOpcode;
import org.wasm2java.aot.instruction.WordOperation;
import org.wasm2java.aot.ir.Expr;

/**
 * Computes lanes of 16 bits as integers. What is above 16 bits is cut off where it matters: sums
 * and products do not ask for it.
 */
final class WordLanes {
  private static final int ALL = 0xFFFF;
  private static final int ALL_OF_BYTE = 0xFF;

  private final Ranges ranges;

  WordLanes(Ranges ranges) {
    this.ranges = ranges;
  }

  /** Returns what an operation makes of a lane of each operand. */
  Expr computed(WordOperation word, List<Expr> lanes) {
    return switch (word.result()) {
      case WRAPPED -> operation(word, lanes);
      case NEGATIVE -> Scalars.intOf(I32_SUB, Scalars.constant(0), lanes.get(0));
      default ->
          ofNumbers(word, lanes.stream().map(lane -> number(lane, word.unsigned())).toList());
    };
  }

  private Expr ofNumbers(WordOperation word, List<Expr> numbers) {
    return switch (word.result()) {
      case EXACT, WRAPPED -> operation(word, numbers);
      case SATURATED -> between(operation(word, numbers), Short.MIN_VALUE, Short.MAX_VALUE);
      case SATURATED_UNSIGNED -> between(operation(word, numbers), 0, ALL);
      case TRUTH ->
          Scalars.select(operation(word, numbers), Scalars.constant(-1), Scalars.constant(0));
      case EXTREME -> extreme(word, numbers);
      case AVERAGE -> average(operation(word, numbers));
      case FIXED_POINT -> fixedPoint(operation(word, numbers));
      case NEGATIVE, MAGNITUDE -> Scalars.intOf(VectorOpcode.I32X4_ABS, numbers.get(0));
    };
  }

  private static Expr operation(WordOperation word, List<Expr> operands) {
    return Scalars.intOf(word.operation(), operands.toArray(Expr[]::new));
  }

  /** A distance counts modulo the bits of a lane. */
  Expr shifted(WordOperation word, Expr lane, Expr distance) {
    boolean left = word.operation() == NumericOpcode.I32_SHL;
    Expr operand = left ? lane : number(lane, word.unsigned());
    return Scalars.intOf(word.operation(), operand, distance);
  }

  static Expr distance(Expr given) {
    return Scalars.intOf(I32_AND, given, Scalars.constant(Short.SIZE - 1));
  }

  /** Returns a lane as the number that it stands for. */
  Expr number(Expr lane, boolean unsigned) {
    return unsigned ? unsigned(lane) : signed(lane);
  }

  private Expr unsigned(Expr lane) {
    return ranges.of(lane).isWithin(0, ALL)
        ? lane
        : Scalars.intOf(I32_AND, lane, Scalars.constant(ALL));
  }

  private Expr signed(Expr lane) {
    return ranges.of(lane).isWithin(Short.MIN_VALUE, Short.MAX_VALUE)
        ? lane
        : Scalars.intOf(I32_EXTEND16_S, lane);
  }

  private Expr between(Expr number, int least, int most) {
    Ranges.Range range = ranges.of(number);
    Expr raised =
        range.least() >= least
            ? number
            : Scalars.intOf(VectorOpcode.I32X4_MAX_S, number, Scalars.constant(least));
    return range.most() <= most
        ? raised
        : Scalars.intOf(VectorOpcode.I32X4_MIN_S, raised, Scalars.constant(most));
  }

  private Expr extreme(WordOperation word, List<Expr> operands) {
    VectorOpcode opcode =
        word.operation() == NumericOpcode.I32_LT_S
            ? VectorOpcode.I32X4_MIN_S
            : VectorOpcode.I32X4_MAX_S;
    return Scalars.intOf(opcode, operands.get(0), operands.get(1));
  }

  private Expr average(Expr sum) {
    Expr rounded = Scalars.intOf(I32_ADD, sum, Scalars.constant(1));
    return Scalars.intOf(I32_SHR_U, rounded, Scalars.constant(1));
  }

  private Expr fixedPoint(Expr product) {
    Expr rounded = Scalars.intOf(I32_ADD, product, Scalars.constant(1 << 14));
    Expr high = Scalars.intOf(I32_SHR_S, rounded, Scalars.constant(15));
    return Scalars.intOf(VectorOpcode.I32X4_MIN_S, high, Scalars.constant((int) Short.MAX_VALUE));
  }

  /** Returns four lanes as numbers of 32 bits, or their products. */
  Lanes widened(VectorForm.Widen form, List<Lanes> operands) {
    List<Expr> values = new ArrayList<>();
    for (int i = 0; i < Shape.I32X4.lanes(); i++) {
      int from = i + (form.high() ? Shape.I32X4.lanes() : 0);
      List<Expr> factors = new ArrayList<>();
      for (Lanes operand : operands) {
        Expr lane = operand.get(from);
        factors.add(number(lane, !form.signed()));
      }
      values.add(
          factors.size() == 1
              ? factors.get(0)
              : Scalars.intOf(I32_MUL, factors.get(0), factors.get(1)));
    }
    return new Lanes(Shape.I32X4, values);
  }

  /** Returns sums of neighbours, or of their products. */
  Lanes sums(VectorForm.Pairwise form, List<Lanes> operands) {
    List<Expr> sums = new ArrayList<>();
    for (int i = 0; i < Shape.I16X8.lanes(); i += 2) {
      List<Expr> terms = new ArrayList<>();
      for (int lane = i; lane < i + 2; lane++) {
        Expr first = number(operands.get(0).get(lane), !form.signed());
        terms.add(
            operands.size() == 2
                ? Scalars.intOf(I32_MUL, first, signed(operands.get(1).get(lane)))
                : first);
      }
      sums.add(Scalars.intOf(I32_ADD, terms.get(0), terms.get(1)));
    }
    return new Lanes(Shape.I32X4, sums);
  }

  /** Returns numbers of 32 bits as the nearest of 16 bits. */
  Expr narrowed(Expr number, boolean signed) {
    return signed ? between(number, Short.MIN_VALUE, Short.MAX_VALUE) : between(number, 0, ALL);
  }

  /** Returns the bytes without sign that are nearest to lanes, or have the bits of those with. */
  List<Expr> narrowedToBytes(List<Expr> lanes, boolean signed) {
    List<Expr> bytes = new ArrayList<>();
    for (Expr word : lanes) {
      Expr lane = signed(word);
      bytes.add(
          signed
              ? Scalars.intOf(
                  I32_AND,
                  between(lane, Byte.MIN_VALUE, Byte.MAX_VALUE),
                  Scalars.constant(ALL_OF_BYTE))
              : between(lane, 0, ALL_OF_BYTE));
    }
    return bytes;
  }
}
