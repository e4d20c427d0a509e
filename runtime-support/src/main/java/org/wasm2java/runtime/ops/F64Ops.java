package org.wasm2java.runtime.ops;

/**
 * The f64 operations that Java has no operator for, bit for bit as the specification has them.
 * Where the specification asks for a quiet NaN, the methods add a NaN to itself: HotSpot folds
 * {@code x * 1.0} away, and {@code Math.floor} and {@code Math.min} may hand a signalling NaN
 * through.
 *
 * <pre>{@code
 * double least = F64Ops.min(a, b); // f64.min
 * }</pre>
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/exec/numerics.html#floating-point-operations">Floating-point
 *     operations</a>
 */
public final class F64Ops {
  private static final long SIGN = Long.MIN_VALUE;

  private F64Ops() {}

  /**
   * Returns the value with NaNs made quiet, which is all that {@code x * 1}, {@code x / 1} and
   * {@code x - 0} do.
   *
   * @see <a href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fmul">fmul</a>
   */
  public static double quiet(double x) {
    return Double.isNaN(x) ? x + x : x;
  }

  /**
   * Returns the smaller operand; -0 wins against +0, and NaN against everything.
   *
   * @see <a href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fmin">fmin</a>
   */
  public static double min(double a, double b) {
    if (a < b) {
      return a;
    }
    if (a > b) {
      return b;
    }
    if (a == b) {
      // Equal operands have the same bits, unless they are zeros that differ in the sign.
      return Double.longBitsToDouble(Double.doubleToRawLongBits(a) | Double.doubleToRawLongBits(b));
    }
    return a + b;
  }

  /**
   * Returns the greater operand; +0 wins against -0, and NaN against everything.
   *
   * @see <a href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fmax">fmax</a>
   */
  public static double max(double a, double b) {
    if (a > b) {
      return a;
    }
    if (a < b) {
      return b;
    }
    if (a == b) {
      // Equal operands have the same bits, unless they are zeros that differ in the sign.
      return Double.longBitsToDouble(Double.doubleToRawLongBits(a) & Double.doubleToRawLongBits(b));
    }
    return a + b;
  }

  /**
   * Returns the first operand unless the second is less: zeros are equal, and a NaN is never less.
   *
   * @see <a href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fpmin">fpmin</a>
   */
  public static double pmin(double a, double b) {
    return b < a ? b : a;
  }

  /**
   * Returns the first operand unless the second is greater: zeros are equal, and a NaN is never
   * greater.
   *
   * @see <a href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fpmax">fpmax</a>
   */
  public static double pmax(double a, double b) {
    return a < b ? b : a;
  }

  /**
   * Multiplies and adds, rounding twice: of the two results that are allowed, the one that needs no
   * instruction of its own, on every machine.
   *
   * @see <a
   *     href="https://webassembly.github.io/spec/core/exec/numerics.html#op-frelaxed-madd">frelaxed_madd</a>
   */
  public static double madd(double a, double b, double c) {
    return a * b + c;
  }

  /**
   * Multiplies, negates and adds, rounding twice, as {@link #madd} does.
   *
   * @see <a
   *     href="https://webassembly.github.io/spec/core/exec/numerics.html#op-frelaxed-nmadd">frelaxed_nmadd</a>
   */
  public static double nmadd(double a, double b, double c) {
    return -(a * b) + c;
  }

  /**
   * Clears the sign bit; NaNs keep all other bits.
   *
   * @see <a href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fabs">fabs</a>
   */
  public static double abs(double x) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(x) & ~SIGN);
  }

  /**
   * Flips the sign bit; NaNs keep all other bits.
   *
   * @see <a href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fneg">fneg</a>
   */
  public static double neg(double x) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(x) ^ SIGN);
  }

  /**
   * Returns the first operand with the sign bit of the second, whatever they are.
   *
   * @see <a
   *     href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fcopysign">fcopysign</a>
   */
  public static double copysign(double a, double b) {
    return Double.longBitsToDouble(
        (Double.doubleToRawLongBits(a) & ~SIGN) | (Double.doubleToRawLongBits(b) & SIGN));
  }

  /**
   * Rounds towards positive infinity.
   *
   * @see <a href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fceil">fceil</a>
   */
  public static double ceil(double x) {
    return Double.isNaN(x) ? x + x : Math.ceil(x);
  }

  /**
   * Rounds towards negative infinity.
   *
   * @see <a href="https://webassembly.github.io/spec/core/exec/numerics.html#op-ffloor">ffloor</a>
   */
  public static double floor(double x) {
    return Double.isNaN(x) ? x + x : Math.floor(x);
  }

  /**
   * Rounds towards zero, keeping the sign of a zero.
   *
   * @see <a href="https://webassembly.github.io/spec/core/exec/numerics.html#op-ftrunc">ftrunc</a>
   */
  public static double trunc(double x) {
    if (Double.isNaN(x)) {
      return x + x;
    }
    return x < 0 ? Math.ceil(x) : Math.floor(x);
  }

  /**
   * Rounds to the nearest integer, ties to the even one.
   *
   * @see <a
   *     href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fnearest">fnearest</a>
   */
  public static double nearest(double x) {
    return Double.isNaN(x) ? x + x : Math.rint(x);
  }

  /**
   * Converts an unsigned i32.
   *
   * @see <a
   *     href="https://webassembly.github.io/spec/core/exec/numerics.html#op-convert-u">convert_u</a>
   */
  public static double convertU(int value) {
    return value & 0xFFFF_FFFFL;
  }

  /**
   * Converts an unsigned i64.
   *
   * @see <a
   *     href="https://webassembly.github.io/spec/core/exec/numerics.html#op-convert-u">convert_u</a>
   */
  public static double convertU(long value) {
    if (value >= 0) {
      return value;
    }
    // Half the value; the bit that is shifted out stays where it still decides about rounding.
    return (double) ((value >>> 1) | (value & 1)) * 2;
  }
}
