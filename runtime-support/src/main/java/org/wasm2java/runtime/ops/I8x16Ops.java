package org.wasm2java.runtime.ops;

/**
 * The operations of i8x16 on one half of a vector: a long of eight bytes, the first one lowest. A
 * method has the name of what it does to a byte, which the specification defines; conditions have
 * all ones in a byte, or zeros.
 *
 * <pre>{@code
 * low = I8x16Ops.addSatU(low, otherLow); // i8x16.add_sat_u
 * high = I8x16Ops.addSatU(high, otherHigh);
 * }</pre>
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/exec/numerics.html#integer-operations">Integer
 *     operations</a>
 */
public final class I8x16Ops {
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final int SIGN_BIT = 7;
  private static final long BYTE_SIGNS = ONES << SIGN_BIT;

  /** The sign of each 16-bit lane. */
  private static final long WIDE_SIGNS = 0x8000_8000_8000_8000L;

  /** The low byte of each 16-bit lane. */
  private static final long LOW_BYTES = 0x00FF_00FF_00FF_00FFL;

  private I8x16Ops() {}

  /** Repeats the low byte of the value. */
  public static long splat(int value) {
    return (value & 0xFFL) * ONES;
  }

  /** Adds each byte, wrapping. */
  public static long add(long a, long b) {
    return Halves.add(a, b, BYTE_SIGNS);
  }

  /** Subtracts each byte, wrapping. */
  public static long sub(long a, long b) {
    return Halves.sub(a, b, BYTE_SIGNS);
  }

  /** Adds each byte, saturating as signed. */
  public static long addSatS(long a, long b) {
    return Halves.addSatS(a, b, BYTE_SIGNS, SIGN_BIT);
  }

  /** Adds each byte, saturating as unsigned. */
  public static long addSatU(long a, long b) {
    return Halves.addSatU(a, b, BYTE_SIGNS, SIGN_BIT);
  }

  /** Subtracts each byte, saturating as signed. */
  public static long subSatS(long a, long b) {
    return Halves.subSatS(a, b, BYTE_SIGNS, SIGN_BIT);
  }

  /** Subtracts each byte, saturating as unsigned. */
  public static long subSatU(long a, long b) {
    return Halves.subSatU(a, b, BYTE_SIGNS, SIGN_BIT);
  }

  /** Makes each byte all ones where those of the operands are equal, else zero. */
  public static long eq(long a, long b) {
    return ~Halves.ne(a, b, BYTE_SIGNS, SIGN_BIT);
  }

  /** Makes each byte all ones where those of the operands differ, else zero. */
  public static long ne(long a, long b) {
    return Halves.ne(a, b, BYTE_SIGNS, SIGN_BIT);
  }

  /** Makes each byte all ones where {@code a < b}, signed, else zero. */
  public static long ltS(long a, long b) {
    return Halves.ltS(a, b, BYTE_SIGNS, SIGN_BIT);
  }

  /** Makes each byte all ones where {@code a < b}, unsigned, else zero. */
  public static long ltU(long a, long b) {
    return Halves.ltU(a, b, BYTE_SIGNS, SIGN_BIT);
  }

  /** Makes each byte all ones where {@code a > b}, signed, else zero. */
  public static long gtS(long a, long b) {
    return Halves.ltS(b, a, BYTE_SIGNS, SIGN_BIT);
  }

  /** Makes each byte all ones where {@code a > b}, unsigned, else zero. */
  public static long gtU(long a, long b) {
    return Halves.ltU(b, a, BYTE_SIGNS, SIGN_BIT);
  }

  /** Makes each byte all ones where {@code a <= b}, signed, else zero. */
  public static long leS(long a, long b) {
    return ~Halves.ltS(b, a, BYTE_SIGNS, SIGN_BIT);
  }

  /** Makes each byte all ones where {@code a <= b}, unsigned, else zero. */
  public static long leU(long a, long b) {
    return ~Halves.ltU(b, a, BYTE_SIGNS, SIGN_BIT);
  }

  /** Makes each byte all ones where {@code a >= b}, signed, else zero. */
  public static long geS(long a, long b) {
    return ~Halves.ltS(a, b, BYTE_SIGNS, SIGN_BIT);
  }

  /** Makes each byte all ones where {@code a >= b}, unsigned, else zero. */
  public static long geU(long a, long b) {
    return ~Halves.ltU(a, b, BYTE_SIGNS, SIGN_BIT);
  }

  /** Takes the smaller byte, signed. */
  public static long minS(long a, long b) {
    return Halves.select(Halves.ltS(a, b, BYTE_SIGNS, SIGN_BIT), a, b);
  }

  /** Takes the smaller byte, unsigned. */
  public static long minU(long a, long b) {
    return Halves.select(Halves.ltU(a, b, BYTE_SIGNS, SIGN_BIT), a, b);
  }

  /** Takes the greater byte, signed. */
  public static long maxS(long a, long b) {
    return Halves.select(Halves.ltS(a, b, BYTE_SIGNS, SIGN_BIT), b, a);
  }

  /** Takes the greater byte, unsigned. */
  public static long maxU(long a, long b) {
    return Halves.select(Halves.ltU(a, b, BYTE_SIGNS, SIGN_BIT), b, a);
  }

  /** Returns the mean of each pair of unsigned bytes, halves rounded up. */
  public static long avgrU(long a, long b) {
    return (a | b) - (((a ^ b) & ~ONES) >>> 1);
  }

  /** Returns the absolute value of each signed byte; that of the least value is itself. */
  public static long abs(long half) {
    long negative = half & BYTE_SIGNS;
    return (half ^ Halves.fill(negative, SIGN_BIT)) + (negative >>> SIGN_BIT);
  }

  /** Negates each byte, wrapping. */
  public static long neg(long half) {
    return Halves.sub(0, half, BYTE_SIGNS);
  }

  /** Counts the ones of each byte. */
  public static long popcnt(long half) {
    long pairs = half - ((half >>> 1) & 0x5555_5555_5555_5555L);
    long fours = (pairs & 0x3333_3333_3333_3333L) + ((pairs >>> 2) & 0x3333_3333_3333_3333L);
    return (fours + (fours >>> 4)) & 0x0F0F_0F0F_0F0F_0F0FL;
  }

  /** Shifts each byte left by the distance modulo 8. */
  public static long shl(long half, int distance) {
    int bits = distance & 7;
    return (half & ((0xFFL >>> bits) * ONES)) << bits;
  }

  /** Shifts each byte right by the distance modulo 8, with copies of its sign. */
  public static long shrS(long half, int distance) {
    int bits = distance & 7;
    long copies = (0xFF00 >>> bits) & 0xFF;
    return shrU(half, bits) | (((half & BYTE_SIGNS) >>> SIGN_BIT) * copies);
  }

  /** Shifts each byte right by the distance modulo 8, with zeros. */
  public static long shrU(long half, int distance) {
    int bits = distance & 7;
    return (half >>> bits) & ((0xFFL >>> bits) * ONES);
  }

  /**
   * Returns one half of what the selectors pick: each is the number of a byte of the vector, and
   * gives zero from 16 on.
   */
  public static long swizzle(long low, long high, long selectors) {
    long picked =
        picked(low, high, selectors)
            | picked(low, high, selectors >>> 8) << 8
            | picked(low, high, selectors >>> 16) << 16
            | picked(low, high, selectors >>> 24) << 24
            | picked(low, high, selectors >>> 32) << 32
            | picked(low, high, selectors >>> 40) << 40
            | picked(low, high, selectors >>> 48) << 48
            | picked(low, high, selectors >>> 56) << 56;
    long outside = ((selectors & (0x70 * ONES)) + (0x70 * ONES)) | selectors;
    return picked & ~Halves.fill(outside & BYTE_SIGNS, SIGN_BIT);
  }

  /** Returns the byte with the number in four bits; Java takes six bits of a distance itself. */
  private static long picked(long low, long high, long number) {
    return (((number & 8) == 0 ? low : high) >>> (number << 3)) & 0xFF;
  }

  /**
   * Returns a table for {@link #lookup(byte[], long)}.
   *
   * @param entries what to give for 0, 1 and so on, a character of up to 255 each; zero for those
   *     that are missing of 256
   */
  public static byte[] table(String entries) {
    byte[] table = new byte[256];
    for (int i = 0; i < entries.length(); i++) {
      table[i] = (byte) entries.charAt(i);
    }
    return table;
  }

  /** Returns the entries of a {@link #table} whose numbers are the bytes of the half. */
  public static long lookup(byte[] table, long half) {
    return lookup(table, (int) half) & 0xFFFF_FFFFL
        | (long) lookup(table, (int) (half >>> 32)) << 32;
  }

  private static int lookup(byte[] table, int bytes) {
    return (table[bytes & 0xFF] & 0xFF)
        | (table[(bytes >>> 8) & 0xFF] & 0xFF) << 8
        | (table[(bytes >>> 16) & 0xFF] & 0xFF) << 16
        | table[bytes >>> 24] << 24;
  }

  /** Does the same as {@link #lookup(byte[], long)} with a table's entries, where no array is. */
  public static long lookup(String entries, long half) {
    long found = 0;
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      found |= (long) Lookup.in(entries, (int) (half >>> shift) & 0xFF, 0) << shift;
    }
    return found;
  }

  /**
   * Returns one half of what the lanes pick: each is the number of a byte of two vectors, 0 to 31.
   */
  public static long shuffle(long a0, long a1, long b0, long b1, long lanes) {
    return picked(a0, a1, b0, b1, lanes)
        | picked(a0, a1, b0, b1, lanes >>> 8) << 8
        | picked(a0, a1, b0, b1, lanes >>> 16) << 16
        | picked(a0, a1, b0, b1, lanes >>> 24) << 24
        | picked(a0, a1, b0, b1, lanes >>> 32) << 32
        | picked(a0, a1, b0, b1, lanes >>> 40) << 40
        | picked(a0, a1, b0, b1, lanes >>> 48) << 48
        | picked(a0, a1, b0, b1, lanes >>> 56) << 56;
  }

  /** Returns the byte with the number in five bits; a constant one leaves a shift and a mask. */
  private static long picked(long a0, long a1, long b0, long b1, long number) {
    return (number & 16) == 0 ? picked(a0, a1, number) : picked(b0, b1, number);
  }

  /** Returns 1 if no byte of the vector is zero, else 0. */
  public static int allTrue(long low, long high) {
    return (Halves.nonZero(low, BYTE_SIGNS) & Halves.nonZero(high, BYTE_SIGNS)) == BYTE_SIGNS
        ? 1
        : 0;
  }

  /** Returns the signs of the vector's 16 bytes, that of the first one lowest. */
  public static int bitmask(long low, long high) {
    return signs(low) | signs(high) << 8;
  }

  /** Returns the eight signs of a half: the product has that of byte i at 56 + i. */
  private static int signs(long half) {
    return (int) (((half & BYTE_SIGNS) * 0x0002_0408_1020_4081L) >>> 56);
  }

  /** Makes a half of the vector's eight signed 16-bit lanes, saturating as signed. */
  public static long narrowS(long low, long high) {
    return packed(clampedS(low)) | packed(clampedS(high)) << 32;
  }

  /** Puts signed 16-bit lanes into the range of signed bytes. */
  private static long clampedS(long lanes) {
    long outside = outside(Halves.add(lanes, 0x80 * (ONES & LOW_BYTES), WIDE_SIGNS));
    long limit = 0x7F * (ONES & LOW_BYTES) + ((lanes & WIDE_SIGNS) >>> 15);
    return Halves.select(outside, limit, lanes) & LOW_BYTES;
  }

  /** Makes a half of the vector's eight signed 16-bit lanes, saturating as unsigned. */
  public static long narrowU(long low, long high) {
    return packed(clampedU(low)) | packed(clampedU(high)) << 32;
  }

  /** Puts signed 16-bit lanes into the range of unsigned bytes. */
  private static long clampedU(long lanes) {
    return (lanes | outside(lanes)) & LOW_BYTES & ~Halves.fill(lanes & WIDE_SIGNS, 15);
  }

  /** Returns ones in the low byte of each 16-bit lane whose high byte is not zero. */
  private static long outside(long lanes) {
    long nonZero = (((lanes >>> 8) & LOW_BYTES) + LOW_BYTES) & ~LOW_BYTES;
    return (nonZero - (nonZero >>> 8)) & LOW_BYTES;
  }

  /** Puts the low bytes of 16-bit lanes, whose high ones are zero, side by side. */
  private static long packed(long lanes) {
    long pairs = (lanes | lanes >>> 8) & 0x0000_FFFF_0000_FFFFL;
    return (pairs | pairs >>> 16) & 0xFFFF_FFFFL;
  }
}
