package org.wasm2java.runtime.ops;

/**
 * The operations of i16x8 on one half of a vector: a long of four 16-bit lanes, the first one
 * lowest. A method has the name of what it does to a lane, which the specification defines;
 * conditions have all ones in a lane, or zeros. A half of bytes has two parts, 0 and 1, of which
 * each gives a half of 16-bit lanes.
 *
 * <pre>{@code
 * long product = I16x8Ops.mul(low, otherLow); // i16x8.mul
 * long first = I16x8Ops.extendS(bytes, 0); // i16x8.extend_low_i8x16_s
 * }</pre>
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/exec/numerics.html#integer-operations">Integer
 *     operations</a>
 */
public final class I16x8Ops {
  private static final long ONES = 0x0001_0001_0001_0001L;
  private static final int SIGN_BIT = 15;
  private static final long LANE_SIGNS = ONES << SIGN_BIT;

  /** The low byte of each lane. */
  private static final long LOW_BYTES = 0xFF * ONES;

  private I16x8Ops() {}

  /** Repeats the low 16 bits of the value. */
  public static long splat(int value) {
    return (value & 0xFFFFL) * ONES;
  }

  /** Adds each lane, wrapping. */
  public static long add(long a, long b) {
    return Halves.add(a, b, LANE_SIGNS);
  }

  /** Subtracts each lane, wrapping. */
  public static long sub(long a, long b) {
    return Halves.sub(a, b, LANE_SIGNS);
  }

  /** Adds each lane, saturating as signed. */
  public static long addSatS(long a, long b) {
    return Halves.addSatS(a, b, LANE_SIGNS, SIGN_BIT);
  }

  /** Adds each lane, saturating as unsigned. */
  public static long addSatU(long a, long b) {
    return Halves.addSatU(a, b, LANE_SIGNS, SIGN_BIT);
  }

  /** Subtracts each lane, saturating as signed. */
  public static long subSatS(long a, long b) {
    return Halves.subSatS(a, b, LANE_SIGNS, SIGN_BIT);
  }

  /** Subtracts each lane, saturating as unsigned. */
  public static long subSatU(long a, long b) {
    return Halves.subSatU(a, b, LANE_SIGNS, SIGN_BIT);
  }

  /** Multiplies each lane, wrapping. */
  public static long mul(long a, long b) {
    // The lower lanes of b are cleared, so that what is above lane i is all that is wrong.
    return ((a * b) & 0xFFFFL)
        | (((a >>> 16) * (b & 0xFFFF_0000L)) & 0xFFFF_0000L)
        | (((a >>> 32) * (b & 0xFFFF_0000_0000L)) & 0xFFFF_0000_0000L)
        | ((a >>> 48) * (b & 0xFFFF_0000_0000_0000L));
  }

  /** Multiplies each lane as Q15 fixed point, rounding, saturating. */
  public static long q15mulrSatS(long a, long b) {
    return lanes(
        q15((short) a, (short) b),
        q15((short) (a >>> 16), (short) (b >>> 16)),
        q15((short) (a >>> 32), (short) (b >>> 32)),
        q15((short) (a >>> 48), (short) (b >>> 48)));
  }

  /** Multiplies two lanes as Q15; -1 times -1 alone is out of range. */
  private static int q15(int a, int b) {
    return Math.min((a * b + 0x4000) >> 15, 0x7FFF);
  }

  /** Makes a half of the low 16 bits of four values. */
  private static long lanes(int a, int b, int c, int d) {
    int low = (a & 0xFFFF) | b << 16;
    int high = (c & 0xFFFF) | d << 16;
    return (low & 0xFFFF_FFFFL) | (long) high << 32;
  }

  /** Makes each lane all ones where those of the operands are equal, else zero. */
  public static long eq(long a, long b) {
    return ~Halves.ne(a, b, LANE_SIGNS, SIGN_BIT);
  }

  /** Makes each lane all ones where those of the operands differ, else zero. */
  public static long ne(long a, long b) {
    return Halves.ne(a, b, LANE_SIGNS, SIGN_BIT);
  }

  /** Makes each lane all ones where {@code a < b}, signed, else zero. */
  public static long ltS(long a, long b) {
    return Halves.ltS(a, b, LANE_SIGNS, SIGN_BIT);
  }

  /** Makes each lane all ones where {@code a < b}, unsigned, else zero. */
  public static long ltU(long a, long b) {
    return Halves.ltU(a, b, LANE_SIGNS, SIGN_BIT);
  }

  /** Makes each lane all ones where {@code a > b}, signed, else zero. */
  public static long gtS(long a, long b) {
    return Halves.ltS(b, a, LANE_SIGNS, SIGN_BIT);
  }

  /** Makes each lane all ones where {@code a > b}, unsigned, else zero. */
  public static long gtU(long a, long b) {
    return Halves.ltU(b, a, LANE_SIGNS, SIGN_BIT);
  }

  /** Makes each lane all ones where {@code a <= b}, signed, else zero. */
  public static long leS(long a, long b) {
    return ~Halves.ltS(b, a, LANE_SIGNS, SIGN_BIT);
  }

  /** Makes each lane all ones where {@code a <= b}, unsigned, else zero. */
  public static long leU(long a, long b) {
    return ~Halves.ltU(b, a, LANE_SIGNS, SIGN_BIT);
  }

  /** Makes each lane all ones where {@code a >= b}, signed, else zero. */
  public static long geS(long a, long b) {
    return ~Halves.ltS(a, b, LANE_SIGNS, SIGN_BIT);
  }

  /** Makes each lane all ones where {@code a >= b}, unsigned, else zero. */
  public static long geU(long a, long b) {
    return ~Halves.ltU(a, b, LANE_SIGNS, SIGN_BIT);
  }

  /** Takes the smaller lane, signed. */
  public static long minS(long a, long b) {
    return Halves.select(Halves.ltS(a, b, LANE_SIGNS, SIGN_BIT), a, b);
  }

  /** Takes the smaller lane, unsigned. */
  public static long minU(long a, long b) {
    return Halves.select(Halves.ltU(a, b, LANE_SIGNS, SIGN_BIT), a, b);
  }

  /** Takes the greater lane, signed. */
  public static long maxS(long a, long b) {
    return Halves.select(Halves.ltS(a, b, LANE_SIGNS, SIGN_BIT), b, a);
  }

  /** Takes the greater lane, unsigned. */
  public static long maxU(long a, long b) {
    return Halves.select(Halves.ltU(a, b, LANE_SIGNS, SIGN_BIT), b, a);
  }

  /** Returns the mean of each pair of unsigned lanes, halves rounded up. */
  public static long avgrU(long a, long b) {
    return (a | b) - (((a ^ b) & ~ONES) >>> 1);
  }

  /** Returns the absolute value of each signed lane; that of the least value is itself. */
  public static long abs(long half) {
    long negative = half & LANE_SIGNS;
    return (half ^ Halves.fill(negative, SIGN_BIT)) + (negative >>> SIGN_BIT);
  }

  /** Negates each lane, wrapping. */
  public static long neg(long half) {
    return Halves.sub(0, half, LANE_SIGNS);
  }

  /** Shifts each lane left by the distance modulo 16. */
  public static long shl(long half, int distance) {
    int bits = distance & 15;
    return (half & ((0xFFFFL >>> bits) * ONES)) << bits;
  }

  /** Shifts each lane right by the distance modulo 16, with copies of its sign. */
  public static long shrS(long half, int distance) {
    int bits = distance & 15;
    long copies = (0xFFFF_0000L >>> bits) & 0xFFFF;
    return shrU(half, bits) | (((half & LANE_SIGNS) >>> SIGN_BIT) * copies);
  }

  /** Shifts each lane right by the distance modulo 16, with zeros. */
  public static long shrU(long half, int distance) {
    int bits = distance & 15;
    return (half >>> bits) & ((0xFFFFL >>> bits) * ONES);
  }

  /** Returns 1 if no lane of the vector is zero, else 0. */
  public static int allTrue(long low, long high) {
    return (Halves.nonZero(low, LANE_SIGNS) & Halves.nonZero(high, LANE_SIGNS)) == LANE_SIGNS
        ? 1
        : 0;
  }

  /** Returns the signs of the vector's eight lanes, that of the first one lowest. */
  public static int bitmask(long low, long high) {
    // The product has the sign of lane i of the low half at 56 + i, of the high one at 60 + i.
    long signs = (low & LANE_SIGNS) >>> 4 | (high & LANE_SIGNS);
    return (int) ((signs * 0x0000_2000_4000_8001L) >>> 56);
  }

  /** Makes a half of four signed i32 lanes, saturating as signed. */
  public static long narrowS(int a, int b, int c, int d) {
    return lanes(clampedS(a), clampedS(b), clampedS(c), clampedS(d));
  }

  /** Puts a value into the range of signed lanes. */
  private static int clampedS(int value) {
    return Math.max(Math.min(value, Short.MAX_VALUE), Short.MIN_VALUE);
  }

  /** Makes a half of four signed i32 lanes, saturating as unsigned. */
  public static long narrowU(int a, int b, int c, int d) {
    return lanes(clampedU(a), clampedU(b), clampedU(c), clampedU(d));
  }

  /** Puts a value into the range of unsigned lanes. */
  private static int clampedU(int value) {
    return Math.max(Math.min(value, 0xFFFF), 0);
  }

  /** Makes lanes of the four signed bytes of a part. */
  public static long extendS(long half, int part) {
    long lanes = extendU(half, part);
    long negative = lanes & (0x80 * ONES);
    return lanes | ((negative << 9) - (negative << 1));
  }

  /** Makes lanes of the four unsigned bytes of a part. */
  public static long extendU(long half, int part) {
    long bytes = (half >>> (part << 5)) & 0xFFFF_FFFFL;
    long pairs = (bytes | bytes << 16) & 0x0000_FFFF_0000_FFFFL;
    return (pairs | pairs << 8) & LOW_BYTES;
  }

  /** Multiplies the four signed bytes of a part. */
  public static long extmulS(long a, long b, int part) {
    int x = (int) (a >>> (part << 5));
    int y = (int) (b >>> (part << 5));
    return lanes(
        (byte) x * (byte) y,
        (byte) (x >> 8) * (byte) (y >> 8),
        (byte) (x >> 16) * (byte) (y >> 16),
        (x >> 24) * (y >> 24));
  }

  /** Multiplies the four unsigned bytes of a part. */
  public static long extmulU(long a, long b, int part) {
    int x = (int) (a >>> (part << 5));
    int y = (int) (b >>> (part << 5));
    return lanes(
        (x & 0xFF) * (y & 0xFF),
        ((x >>> 8) & 0xFF) * ((y >>> 8) & 0xFF),
        ((x >>> 16) & 0xFF) * ((y >>> 16) & 0xFF),
        (x >>> 24) * (y >>> 24));
  }

  /** Adds each two neighbours of the eight signed bytes. */
  public static long extaddS(long half) {
    // As unsigned bytes, each is 128 more.
    return Halves.sub(extaddU(half ^ 0x8080808080808080L), 0x100 * ONES, LANE_SIGNS);
  }

  /** Adds each two neighbours of the eight unsigned bytes. */
  public static long extaddU(long half) {
    return (half & LOW_BYTES) + ((half >>> 8) & LOW_BYTES);
  }

  /**
   * Multiplies the eight signed bytes and adds each two neighbours, saturating. The specification
   * leaves open whether the bytes of {@code b} are signed where they are not in the range of seven
   * bits; here they are.
   */
  public static long relaxedDotS(long a, long b) {
    return lanes(
        relaxedDotS((int) a, (int) b),
        relaxedDotS((int) (a >>> 16), (int) (b >>> 16)),
        relaxedDotS((int) (a >>> 32), (int) (b >>> 32)),
        relaxedDotS((int) (a >>> 48), (int) (b >>> 48)));
  }

  /** Returns the lane of {@link #relaxedDotS(long, long)} that two lowest bytes give. */
  static int relaxedDotS(int a, int b) {
    int sum = (byte) a * (byte) b + ((short) a >> 8) * ((short) b >> 8);
    // 2 * -128 * -128 alone is out of range.
    return Math.min(sum, Short.MAX_VALUE);
  }
}
