package org.wasm2java.runtime.ops;

/**
 * What operations on bytes and on 16-bit lanes have in common: arithmetic on all lanes of a half at
 * once. {@code signs} has the highest bit of each lane, {@code signBit} is its number in the lane,
 * 7 or 15; both are constants of the caller. Results that are said to be in the signs have no other
 * bits.
 */
final class Halves {
  private Halves() {}

  /** Makes lanes all ones where their sign in {@code m} is set, and zero elsewhere. */
  static long fill(long m, int signBit) {
    return (m << 1) - (m >>> signBit);
  }

  /** Takes the bits of {@code a} where the mask has ones, and those of {@code b} elsewhere. */
  static long select(long mask, long a, long b) {
    return b ^ ((a ^ b) & mask);
  }

  /** Adds without carries from lane to lane: the highest bits are added without carry. */
  static long add(long a, long b, long signs) {
    return ((a & ~signs) + (b & ~signs)) ^ ((a ^ b) & signs);
  }

  /** Subtracts without borrows from lane to lane: each lane lends itself its highest bit. */
  static long sub(long a, long b, long signs) {
    return ((a | signs) - (b & ~signs)) ^ (~(a ^ b) & signs);
  }

  /** Says in the signs which lanes are not zero. */
  static long nonZero(long x, long signs) {
    return (((x & ~signs) + ~signs) | x) & signs;
  }

  /** Makes lanes all ones where they differ, and zero elsewhere. */
  static long ne(long a, long b, long signs, int signBit) {
    return fill(nonZero(a ^ b, signs), signBit);
  }

  /** Makes lanes all ones where {@code a} is less, unsigned, and zero elsewhere. */
  static long ltU(long a, long b, long signs, int signBit) {
    return fill(lessU(a, b, signs), signBit);
  }

  /** Makes lanes all ones where {@code a} is less, signed, and zero elsewhere. */
  static long ltS(long a, long b, long signs, int signBit) {
    return fill(lessS(a, b, signs), signBit);
  }

  /** Says in the signs which lanes of {@code a} are less than those of {@code b}, unsigned. */
  private static long lessU(long a, long b, long signs) {
    // The highest bits decide where they differ, elsewhere whether the rest needs to borrow.
    long enough = (a | signs) - (b & ~signs);
    return select(a ^ b, b, ~enough) & signs;
  }

  /** Says in the signs which lanes of {@code a} are less than those of {@code b}, signed. */
  private static long lessS(long a, long b, long signs) {
    long enough = (a | signs) - (b & ~signs);
    return select(a ^ b, a, ~enough) & signs;
  }

  /** Adds lanes; sums that are too large become all ones. */
  static long addSatU(long a, long b, long signs, int signBit) {
    long low = (a & ~signs) + (b & ~signs);
    long carry = ((a & b) | ((a | b) & low)) & signs;
    return (low ^ ((a ^ b) & signs)) | fill(carry, signBit);
  }

  /** Subtracts lanes; differences below zero become zero. */
  static long subSatU(long a, long b, long signs, int signBit) {
    return sub(a, b, signs) & ~ltU(a, b, signs, signBit);
  }

  /** Adds lanes; sums out of range become the limit on the side of {@code a}. */
  static long addSatS(long a, long b, long signs, int signBit) {
    long sum = add(a, b, signs);
    return limited(sum, ~(a ^ b) & (a ^ sum) & signs, limit(a, signs, signBit), signBit);
  }

  /** Subtracts lanes; differences out of range become the limit on the side of {@code a}. */
  static long subSatS(long a, long b, long signs, int signBit) {
    long difference = sub(a, b, signs);
    return limited(
        difference, (a ^ b) & (a ^ difference) & signs, limit(a, signs, signBit), signBit);
  }

  /** Puts the limit in place of the lanes whose sign in {@code outside} is set. */
  private static long limited(long x, long outside, long limit, int signBit) {
    return select(fill(outside, signBit), limit, x);
  }

  /** Returns the limit on the side of each lane: the least value if it is negative. */
  private static long limit(long x, long signs, int signBit) {
    return ~signs + ((x & signs) >>> signBit);
  }
}
