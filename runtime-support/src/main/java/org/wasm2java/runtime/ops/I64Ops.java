package org.wasm2java.runtime.ops;

import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.TrapKind;

/**
 * The i64 operations that Java has no operator for, or whose Java method counts in {@code int}. A
 * division by zero stays Java's {@link ArithmeticException}, which becomes a trap where the call
 * leaves wasm.
 *
 * <pre>{@code
 * long quotient = I64Ops.divS(a, b); // i64.div_s
 * }</pre>
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/exec/numerics.html#integer-operations">Integer
 *     operations</a>
 */
public final class I64Ops {
  private I64Ops() {}

  /**
   * Returns the quotient; {@code MIN_VALUE / -1} traps, where Java wraps.
   *
   * @see <a href="https://webassembly.github.io/spec/core/exec/numerics.html#op-idiv-s">idiv_s</a>
   */
  public static long divS(long a, long b) {
    if (b == -1 && a == Long.MIN_VALUE) {
      throw Trap.of(TrapKind.INTEGER_OVERFLOW);
    }
    return a / b;
  }

  /**
   * Rotates left by the count modulo 64.
   *
   * @see <a href="https://webassembly.github.io/spec/core/exec/numerics.html#op-irotl">irotl</a>
   */
  public static long rotl(long value, long count) {
    return Long.rotateLeft(value, (int) count);
  }

  /**
   * Rotates right by the count modulo 64.
   *
   * @see <a href="https://webassembly.github.io/spec/core/exec/numerics.html#op-irotr">irotr</a>
   */
  public static long rotr(long value, long count) {
    return Long.rotateRight(value, (int) count);
  }

  /**
   * Counts leading zero bits.
   *
   * @see <a href="https://webassembly.github.io/spec/core/exec/numerics.html#op-iclz">iclz</a>
   */
  public static long clz(long value) {
    return Long.numberOfLeadingZeros(value);
  }

  /**
   * Counts trailing zero bits.
   *
   * @see <a href="https://webassembly.github.io/spec/core/exec/numerics.html#op-ictz">ictz</a>
   */
  public static long ctz(long value) {
    return Long.numberOfTrailingZeros(value);
  }

  /**
   * Counts one bits.
   *
   * @see <a
   *     href="https://webassembly.github.io/spec/core/exec/numerics.html#op-ipopcnt">ipopcnt</a>
   */
  public static long popcnt(long value) {
    return Long.bitCount(value);
  }

  /**
   * Truncates to a signed integer.
   *
   * @see <a
   *     href="https://webassembly.github.io/spec/core/exec/numerics.html#op-trunc-s">trunc_s</a>
   */
  public static long truncS(float x) {
    // Every float is a double too, with the same value.
    return truncS((double) x);
  }

  /**
   * Truncates to a signed integer.
   *
   * @see <a
   *     href="https://webassembly.github.io/spec/core/exec/numerics.html#op-trunc-s">trunc_s</a>
   */
  public static long truncS(double x) {
    long result = (long) x;
    if (result == 0 && Double.isNaN(x)) {
      throw Trap.of(TrapKind.INVALID_CONVERSION_TO_INTEGER);
    }
    // No double is 2^63 - 1, so MAX_VALUE always comes from saturation; -2^63 is one.
    if (result == Long.MAX_VALUE || (result == Long.MIN_VALUE && x != -0x1p63)) {
      throw Trap.of(TrapKind.INTEGER_OVERFLOW);
    }
    return result;
  }

  /**
   * Truncates to an unsigned integer.
   *
   * @see <a
   *     href="https://webassembly.github.io/spec/core/exec/numerics.html#op-trunc-u">trunc_u</a>
   */
  public static long truncU(float x) {
    return truncU((double) x);
  }

  /**
   * Truncates to an unsigned integer.
   *
   * @see <a
   *     href="https://webassembly.github.io/spec/core/exec/numerics.html#op-trunc-u">trunc_u</a>
   */
  public static long truncU(double x) {
    long result = (long) x;
    if (result == 0 && Double.isNaN(x)) {
      throw Trap.of(TrapKind.INVALID_CONVERSION_TO_INTEGER);
    }
    if (result < 0 || x >= 0x1p64) {
      throw Trap.of(TrapKind.INTEGER_OVERFLOW);
    }
    return result == Long.MAX_VALUE ? upperHalf(x) : result;
  }

  /**
   * Truncates to the nearest unsigned integer; NaN gives 0. The signed counterpart is Java's cast.
   *
   * @see <a
   *     href="https://webassembly.github.io/spec/core/exec/numerics.html#op-trunc-sat-u">trunc_sat_u</a>
   */
  public static long truncSatU(float x) {
    return truncSatU((double) x);
  }

  /**
   * Truncates to the nearest unsigned integer; NaN gives 0. The signed counterpart is Java's cast.
   *
   * @see <a
   *     href="https://webassembly.github.io/spec/core/exec/numerics.html#op-trunc-sat-u">trunc_sat_u</a>
   */
  public static long truncSatU(double x) {
    long result = (long) x;
    if (result < 0) {
      return 0;
    }
    if (x >= 0x1p64) {
      return -1;
    }
    return result == Long.MAX_VALUE ? upperHalf(x) : result;
  }

  /** Converts a value from 2^63 up to 2^64, where the subtraction is exact. */
  private static long upperHalf(double x) {
    return (long) (x - 0x1p63) + Long.MIN_VALUE;
  }
}
