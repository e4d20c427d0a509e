package org.wasm2java.runtime.ops;

/**
 * The operations of i32x4 on lanes, each an int, that Java has no operator for. Those that make
 * wider lanes take a half of the narrower ones, a long with the first lane lowest, and say which of
 * its lanes, pairs or quads they mean.
 *
 * <pre>{@code
 * int first = I32x4Ops.dotS(low, otherLow, 0); // i32x4.dot_i16x8_s
 * int second = I32x4Ops.dotS(low, otherLow, 1);
 * }</pre>
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/exec/numerics.html#integer-operations">Integer
 *     operations</a>
 */
public final class I32x4Ops {
  private I32x4Ops() {}

  /** Returns the negative of a lane, modulo 2 to the power of its bits. */
  public static int neg(int lane) {
    return -lane;
  }

  /** Takes the smaller lane, unsigned. */
  public static int minU(int a, int b) {
    return a + Integer.MIN_VALUE < b + Integer.MIN_VALUE ? a : b;
  }

  /** Takes the greater lane, unsigned. */
  public static int maxU(int a, int b) {
    return a + Integer.MIN_VALUE > b + Integer.MIN_VALUE ? a : b;
  }

  /** Returns 1 if no lane is zero, else 0. */
  public static int allTrue(int a, int b, int c, int d) {
    // A value or its negative has the sign, except zero.
    return ((a | -a) & (b | -b) & (c | -c) & (d | -d)) >>> 31;
  }

  /** Returns the signs of the lanes, that of the first one lowest. */
  public static int bitmask(int a, int b, int c, int d) {
    return a >>> 31 | (b >>> 31) << 1 | (c >>> 31) << 2 | (d >>> 31) << 3;
  }

  /** Returns one of four signed 16-bit lanes. */
  public static int extendS(long half, int lane) {
    return (short) (half >>> (lane << 4));
  }

  /** Returns one of four unsigned 16-bit lanes. */
  public static int extendU(long half, int lane) {
    return (char) (half >>> (lane << 4));
  }

  /** Multiplies one of four signed 16-bit lanes. */
  public static int extmulS(long a, long b, int lane) {
    return extendS(a, lane) * extendS(b, lane);
  }

  /** Multiplies one of four unsigned 16-bit lanes. */
  public static int extmulU(long a, long b, int lane) {
    return extendU(a, lane) * extendU(b, lane);
  }

  /** Adds two neighbours of four signed 16-bit lanes. */
  public static int extaddS(long half, int pair) {
    int lanes = pair(half, pair);
    return (short) lanes + (lanes >> 16);
  }

  /** Adds two neighbours of four unsigned 16-bit lanes. */
  public static int extaddU(long half, int pair) {
    int lanes = pair(half, pair);
    return (lanes & 0xFFFF) + (lanes >>> 16);
  }

  /** Multiplies two neighbours of four signed 16-bit lanes and adds the products, wrapping. */
  public static int dotS(long a, long b, int pair) {
    int lanesOfA = pair(a, pair);
    int lanesOfB = pair(b, pair);
    return (short) lanesOfA * (short) lanesOfB + (lanesOfA >> 16) * (lanesOfB >> 16);
  }

  /** Returns two neighbours of four 16-bit lanes: in an int, the upper one needs no shift more. */
  private static int pair(long half, int number) {
    return (int) (half >>> (number << 5));
  }

  /**
   * Multiplies four neighbours of eight signed bytes and adds the products: the sum of two lanes of
   * {@link I16x8Ops#relaxedDotS(long, long)}.
   */
  public static int relaxedDotS(long a, long b, int quad) {
    int fourOfA = (int) (a >>> (quad << 5));
    int fourOfB = (int) (b >>> (quad << 5));
    return I16x8Ops.relaxedDotS(fourOfA, fourOfB)
        + I16x8Ops.relaxedDotS(fourOfA >> 16, fourOfB >> 16);
  }
}
