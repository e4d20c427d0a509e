package org.wasm2java.runtime.ops;

import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.TrapKind;

/**
 * The i32 operations that Java has no operator for. A division by zero stays Java's {@link
 * ArithmeticException}, which becomes a trap where the call leaves wasm.
 *
 * <pre>{@code
 * int quotient = I32Ops.divS(a, b); // i32.div_s
 * }</pre>
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/exec/numerics.html#integer-operations">Integer
 *     operations</a>
 */
public final class I32Ops {
  private I32Ops() {}

  /**
   * Returns the quotient; {@code MIN_VALUE / -1} traps, where Java wraps.
   *
   * @see <a href="https://webassembly.github.io/spec/core/exec/numerics.html#op-idiv-s">idiv_s</a>
   */
  public static int divS(int a, int b) {
    if (b == -1 && a == Integer.MIN_VALUE) {
      throw Trap.of(TrapKind.INTEGER_OVERFLOW);
    }
    return a / b;
  }

  /**
   * Truncates to a signed integer.
   *
   * @see <a
   *     href="https://webassembly.github.io/spec/core/exec/numerics.html#op-trunc-s">trunc_s</a>
   */
  public static int truncS(float x) {
    int result = (int) x;
    // No float is 2^31 - 1, so MAX_VALUE always comes from saturation; -2^31 is one.
    if (result == 0 && Float.isNaN(x)) {
      throw Trap.of(TrapKind.INVALID_CONVERSION_TO_INTEGER);
    }
    if (result == Integer.MAX_VALUE || (result == Integer.MIN_VALUE && x != -0x1p31f)) {
      throw Trap.of(TrapKind.INTEGER_OVERFLOW);
    }
    return result;
  }

  /**
   * Truncates to a signed integer.
   *
   * @see <a
   *     href="https://webassembly.github.io/spec/core/exec/numerics.html#op-trunc-s">trunc_s</a>
   */
  public static int truncS(double x) {
    int result = (int) x;
    if (result == 0 && Double.isNaN(x)) {
      throw Trap.of(TrapKind.INVALID_CONVERSION_TO_INTEGER);
    }
    // Both limits are reached by fractions beyond them too: 2147483647.9 truncates to MAX_VALUE.
    if ((result == Integer.MAX_VALUE && x >= 0x1p31)
        || (result == Integer.MIN_VALUE && x <= -0x1p31 - 1.0)) {
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
  public static int truncU(float x) {
    // Every float is a double too, with the same value.
    return truncU((double) x);
  }

  /**
   * Truncates to an unsigned integer.
   *
   * @see <a
   *     href="https://webassembly.github.io/spec/core/exec/numerics.html#op-trunc-u">trunc_u</a>
   */
  public static int truncU(double x) {
    long result = (long) x;
    if (result == 0 && Double.isNaN(x)) {
      throw Trap.of(TrapKind.INVALID_CONVERSION_TO_INTEGER);
    }
    if (result >>> 32 != 0) {
      throw Trap.of(TrapKind.INTEGER_OVERFLOW);
    }
    return (int) result;
  }

  /**
   * Truncates to the nearest unsigned integer; NaN gives 0. The signed counterpart is Java's cast.
   *
   * @see <a
   *     href="https://webassembly.github.io/spec/core/exec/numerics.html#op-trunc-sat-u">trunc_sat_u</a>
   */
  public static int truncSatU(float x) {
    return truncSatU((double) x);
  }

  /**
   * Truncates to the nearest unsigned integer; NaN gives 0. The signed counterpart is Java's cast.
   *
   * @see <a
   *     href="https://webassembly.github.io/spec/core/exec/numerics.html#op-trunc-sat-u">trunc_sat_u</a>
   */
  public static int truncSatU(double x) {
    long result = (long) x;
    if (result < 0) {
      return 0;
    }
    return result >>> 32 != 0 ? -1 : (int) result;
  }
}
