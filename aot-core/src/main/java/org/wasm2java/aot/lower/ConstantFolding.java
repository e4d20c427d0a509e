package org.wasm2java.aot.lower;

import java.util.List;
import org.wasm2java.aot.instruction.JavaForm;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Expr.Constant;
import org.wasm2java.aot.ir.JavaConstants;

/**
 * Computes what a Java compiler would compute: see {@link JavaConstants}. A NaN that arithmetic
 * gives is the canonical one of positive sign, whatever NaN the machine that translates gives.
 *
 * @see <a href="https://webassembly.github.io/spec/core/exec/numerics.html#nan-propagation">NaN
 *     propagation</a>
 */
public final class ConstantFolding {
  private ConstantFolding() {}

  /**
   * Returns the result of an operation on constants.
   *
   * @param operands constants, not those of a division of integers by zero
   */
  public static Constant fold(Opcode opcode, Carrier carrier, List<Expr> operands) {
    List<Number> values = operands.stream().map(operand -> value((Constant) operand)).toList();
    JavaForm form = opcode.javaForm();
    if (form instanceof JavaForm.Infix infix) {
      return constant(carrier, infix(infix.operator(), carrier, values.get(0), values.get(1)));
    }
    if (form instanceof JavaForm.Cast cast) {
      return constant(carrier, cast(cast.javaType(), cast(cast.narrowest(), values.get(0))));
    }
    return new Constant(carrier, holds(form, values) ? 1 : 0);
  }

  private static Number value(Constant constant) {
    return switch (constant.carrier().primitive()) {
      case INT -> (int) constant.bits();
      case LONG -> constant.bits();
      case FLOAT -> Float.intBitsToFloat((int) constant.bits());
      case DOUBLE -> Double.longBitsToDouble(constant.bits());
    };
  }

  private static Constant constant(Carrier carrier, Number value) {
    long bits =
        switch (carrier.primitive()) {
          case INT -> value.intValue();
          case LONG -> value.longValue();
          case FLOAT -> Float.floatToIntBits(value.floatValue());
          case DOUBLE -> Double.doubleToLongBits(value.doubleValue());
        };
    return new Constant(carrier, bits);
  }

  /** Computes i32 as i64 and f32 as f64; rounding or wrapping the result once more is exact. */
  private static Number infix(String operator, Carrier carrier, Number left, Number right) {
    return switch (carrier.primitive()) {
      case INT, LONG -> integer(operator, carrier, left.longValue(), right.longValue());
      case FLOAT, DOUBLE -> real(operator, left.doubleValue(), right.doubleValue());
    };
  }

  private static long integer(String operator, Carrier carrier, long left, long right) {
    boolean wide = carrier == Carrier.LONG;
    int distance = (int) right & (wide ? Long.SIZE : Integer.SIZE) - 1;
    return switch (operator) {
      case "+" -> left + right;
      case "-" -> left - right;
      case "*" -> left * right;
      case "%" -> left % right;
      case "&" -> left & right;
      case "|" -> left | right;
      case "^" -> left ^ right;
      case "<<" -> left << distance;
      case ">>" -> left >> distance;
      case ">>>" -> (wide ? left : Integer.toUnsignedLong((int) left)) >>> distance;
      default -> throw new IllegalArgumentException("no operator of integers: " + operator);
    };
  }

  private static double real(String operator, double left, double right) {
    return switch (operator) {
      case "+" -> left + right;
      case "-" -> left - right;
      case "*" -> left * right;
      case "/" -> left / right;
      default -> throw new IllegalArgumentException("no operator of floats: " + operator);
    };
  }

  private static Number cast(String javaType, Number value) {
    return switch (javaType) {
      case "" -> value;
      case "byte" -> value.byteValue();
      case "short" -> value.shortValue();
      case "int" -> value.intValue();
      case "long" -> value.longValue();
      case "float" -> value.floatValue();
      case "double" -> value.doubleValue();
      default -> throw new IllegalArgumentException("no cast to " + javaType);
    };
  }

  private static boolean holds(JavaForm form, List<Number> values) {
    Number left = values.get(0);
    if (form instanceof JavaForm.ZeroTest) {
      return left.longValue() == 0;
    }
    Number right = values.get(1);
    if (form instanceof JavaForm.UnsignedComparison comparison) {
      int order = Long.compare(flipped(left), flipped(right));
      return holds(comparison.operator(), order < 0, order == 0, order > 0);
    }
    String operator = ((JavaForm.Comparison) form).operator();
    if (left instanceof Float || left instanceof Double) {
      double first = left.doubleValue();
      double second = right.doubleValue();
      return holds(operator, first < second, first == second, first > second);
    }
    int order = Long.compare(left.longValue(), right.longValue());
    return holds(operator, order < 0, order == 0, order > 0);
  }

  /** Flips the sign: signed order of these is unsigned order. */
  private static long flipped(Number value) {
    return value.longValue() ^ Long.MIN_VALUE;
  }

  /** Whether a relation holds; of a NaN none of the three is true. */
  private static boolean holds(String operator, boolean less, boolean equal, boolean greater) {
    return switch (operator) {
      case "==" -> equal;
      case "!=" -> !equal;
      case "<" -> less;
      case "<=" -> less || equal;
      case ">" -> greater;
      case ">=" -> greater || equal;
      default -> throw new IllegalArgumentException("not a relation: " + operator);
    };
  }
}
