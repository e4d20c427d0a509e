package org.wasm2java.runtime.ops;

/**
 * The f32 operations that Java has no operator for, bit for bit as the specification has them.
 * Where the specification asks for a quiet NaN, the methods add a NaN to itself: HotSpot folds
 * {@code x * 1.0} away, and {@code Math.floor} and {@code Math.min} may hand a signalling NaN
 * through.
 *
 * <pre>{@code
 * float least = F32Ops.min(a, b); // f32.min
 * }</pre>
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/exec/numerics.html#floating-point-operations">Floating-point
 *     operations</a>
 */
public final class F32Ops {
  private static final int SIGN = Integer.MIN_VALUE;

  private F32Ops() {}

  /**
   * Returns the value with NaNs made quiet, which is all that {@code x * 1}, {@code x / 1} and
   * {@code x - 0} do.
   *
   * @see <a href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fmul">fmul</a>
   */
  public static float quiet(float x) {
    return Float.isNaN(x) ? x + x : x;
  }

  /**
   * Returns the smaller operand; -0 wins against +0, and NaN against everything.
   *
   * @see <a href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fmin">fmin</a>
   */
  public static float min(float a, float b) {
    if (a < b) {
      return a;
    }
    if (a > b) {
      return b;
    }
    if (a == b) {
      // Equal operands have the same bits, unless they are zeros that differ in the sign.
      return Float.intBitsToFloat(Float.floatToRawIntBits(a) | Float.floatToRawIntBits(b));
    }
    return a + b;
  }

  /**
   * Returns the greater operand; +0 wins against -0, and NaN against everything.
   *
   * @see <a href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fmax">fmax</a>
   */
  public static float max(float a, float b) {
    if (a > b) {
      return a;
    }
    if (a < b) {
      return b;
    }
    if (a == b) {
      // Equal operands have the same bits, unless they are zeros that differ in the sign.
      return Float.intBitsToFloat(Float.floatToRawIntBits(a) & Float.floatToRawIntBits(b));
    }
    return a + b;
  }

  /**
   * Returns the first operand unless the second is less: zeros are equal, and a NaN is never less.
   *
   * @see <a href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fpmin">fpmin</a>
   */
  public static float pmin(float a, float b) {
    return b < a ? b : a;
  }

  /**
   * Returns the first operand unless the second is greater: zeros are equal, and a NaN is never
   * greater.
   *
   * @see <a href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fpmax">fpmax</a>
   */
  public static float pmax(float a, float b) {
    return a < b ? b : a;
  }

  /**
   * Multiplies and adds, rounding twice: of the two results that are allowed, the one that needs no
   * instruction of its own, on every machine.
   *
   * @see <a
   *     href="https://webassembly.github.io/spec/core/exec/numerics.html#op-frelaxed-madd">frelaxed_madd</a>
   */
  public static float madd(float a, float b, float c) {
    return a * b + c;
  }

  /**
   * Multiplies, negates and adds, rounding twice, as {@link #madd} does.
   *
   * @see <a
   *     href="https://webassembly.github.io/spec/core/exec/numerics.html#op-frelaxed-nmadd">frelaxed_nmadd</a>
   */
  public static float nmadd(float a, float b, float c) {
    return -(a * b) + c;
  }

  /**
   * Clears the sign bit; NaNs keep all other bits.
   *
   * @see <a href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fabs">fabs</a>
   */
  public static float abs(float x) {
    return Float.intBitsToFloat(Float.floatToRawIntBits(x) & ~SIGN);
  }

  /**
   * Flips the sign bit; NaNs keep all other bits.
   *
   * @see <a href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fneg">fneg</a>
   */
  public static float neg(float x) {
    return Float.intBitsToFloat(Float.floatToRawIntBits(x) ^ SIGN);
  }

  /**
   * Returns the first operand with the sign bit of the second, whatever they are.
   *
   * @see <a
   *     href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fcopysign">fcopysign</a>
   */
  public static float copysign(float a, float b) {
    return Float.intBitsToFloat(
        (Float.floatToRawIntBits(a) & ~SIGN) | (Float.floatToRawIntBits(b) & SIGN));
  }

  /**
   * Returns the square root: that of the double, rounded once more, is the right one.
   *
   * @see <a href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fsqrt">fsqrt</a>
   */
  public static float sqrt(float x) {
    return (float) Math.sqrt(x);
  }

  /**
   * Rounds towards positive infinity.
   *
   * @see <a href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fceil">fceil</a>
   */
  public static float ceil(float x) {
    return Float.isNaN(x) ? x + x : (float) Math.ceil(x);
  }

  /**
   * Rounds towards negative infinity.
   *
   * @see <a href="https://webassembly.github.io/spec/core/exec/numerics.html#op-ffloor">ffloor</a>
   */
  public static float floor(float x) {
    return Float.isNaN(x) ? x + x : (float) Math.floor(x);
  }

  /**
   * Rounds towards zero, keeping the sign of a zero.
   *
   * @see <a href="https://webassembly.github.io/spec/core/exec/numerics.html#op-ftrunc">ftrunc</a>
   */
  public static float trunc(float x) {
    if (Float.isNaN(x)) {
      return x + x;
    }
    return (float) (x < 0 ? Math.ceil(x) : Math.floor(x));
  }

  /**
   * Rounds to the nearest integer, ties to the even one.
   *
   * @see <a
   *     href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fnearest">fnearest</a>
   */
  public static float nearest(float x) {
    return Float.isNaN(x) ? x + x : (float) Math.rint(x);
  }

  /**
   * Converts an unsigned i32.
   *
   * @see <a
   *     href="https://webassembly.github.io/spec/core/exec/numerics.html#op-convert-u">convert_u</a>
   */
  public static float convertU(int value) {
    return value & 0xFFFF_FFFFL;
  }

  /**
   * Converts an unsigned i64.
   *
   * @see <a
   *     href="https://webassembly.github.io/spec/core/exec/numerics.html#op-convert-u">convert_u</a>
   */
  public static float convertU(long value) {
    if (value >= 0) {
      return value;
    }
    // Half the value; the bit that is shifted out stays where it still decides about rounding.
    return (float) ((value >>> 1) | (value & 1)) * 2;
  }
}
