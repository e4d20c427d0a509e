package org.wasm2java.runtime.ops;

/**
 * The operations of i64x2 on lanes, each a long, that Java has no operator for.
 *
 * <pre>{@code
 * int signs = I64x2Ops.bitmask(low, high); // i64x2.bitmask
 * }</pre>
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/exec/numerics.html#integer-operations">Integer
 *     operations</a>
 */
public final class I64x2Ops {
  private I64x2Ops() {}

  /** Returns the negative of a lane, modulo 2 to the power of its bits. */
  public static long neg(long lane) {
    return -lane;
  }

  /** Returns 1 if no lane is zero, else 0. */
  public static int allTrue(long low, long high) {
    return low != 0 && high != 0 ? 1 : 0;
  }

  /** Returns the signs of the lanes, that of the first one lowest. */
  public static int bitmask(long low, long high) {
    return (int) (low >>> 63 | (high >>> 63) << 1);
  }

  /** Multiplies two signed i32 lanes; the product is exact. */
  public static long extmulS(int a, int b) {
    return (long) a * b;
  }

  /** Multiplies two unsigned i32 lanes; the product is exact. */
  public static long extmulU(int a, int b) {
    return (a & 0xFFFF_FFFFL) * (b & 0xFFFF_FFFFL);
  }
}
