package org.wasm2java.runtime.ops;

import java.util.Arrays;
import org.wasm2java.runtime.Memory;

/**
 * Rounds of loops that copy, fill, compare or search memory, done at once. A method does either
 * exactly what the rounds would do one after another, or nothing, and says how many rounds it did;
 * the loop does the others, and traps where these do.
 *
 * <pre>{@code
 * int t = Rounds.copy(mem, p, q, n / 8, 8); // in generated code
 * p += t * 8;
 * q += t * 8;
 * n -= t * 8;
 * }</pre>
 */
public final class Rounds {
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private Rounds() {}

  /**
   * Copies in rounds. Upwards, that is one copy if the target does not start inside the source;
   * downwards, if the source does not start inside the target.
   *
   * @param to the lowest address to which the first round copies
   * @param from the lowest address from which it copies
   * @param rounds how many rounds there are at most
   * @param step how far the next round is; each copies as many bytes, forwards or backwards
   * @return the rounds, or 0 if they leave the memory or are not one copy
   */
  public static int copy(byte[] bytes, int to, int from, int rounds, int step) {
    long length = (long) rounds * Math.abs(step);
    long target = step > 0 ? to : to - step - length;
    long source = step > 0 ? from : from - step - length;
    int ahead = step > 0 ? to - from : from - to;
    if (length <= 0
        || Math.min(target, source) < 0
        || Math.max(target, source) + length > bytes.length
        || Integer.toUnsignedLong(ahead) < length) {
      return 0;
    }
    System.arraycopy(bytes, (int) source, bytes, (int) target, (int) length);
    return rounds;
  }

  /**
   * Fills in rounds.
   *
   * @param to the lowest address that the first round fills
   * @param number what it fills with
   * @param rounds how many rounds there are at most
   * @param step how far the next round is; each fills as many bytes, forwards or backwards
   * @param size how many bytes of the number are stored, over and over
   * @return the rounds, or 0 if they leave the memory
   */
  public static int fill(byte[] bytes, int to, long number, int rounds, int step, int size) {
    long length = (long) rounds * Math.abs(step);
    long start = step > 0 ? to : to - step - length;
    if (length < Long.BYTES || start < 0 || start + length > bytes.length) {
      return 0;
    }
    long eight = repeated(number, size);
    int last = (int) (start + length) - Long.BYTES;
    for (int i = (int) start; i < last; i += Long.BYTES) {
      Memory.I64.set(bytes, i, eight);
    }
    Memory.I64.set(bytes, last, eight);
    return rounds;
  }

  private static long repeated(long number, int size) {
    long eight = number;
    for (int bits = size * Byte.SIZE; bits < Long.SIZE; bits *= 2) {
      eight = (eight << bits) | (eight & -1L >>> -bits);
    }
    return eight;
  }

  /**
   * Returns how many rounds find the same bytes at two addresses.
   *
   * @param one the lowest address of the first round
   * @param other the other one
   * @param rounds how many rounds there are at most
   * @param step how far the next round is, which is more than 0; each compares as many bytes
   * @return the rounds before the first one that finds a difference, or 0 if they leave the memory
   */
  public static int equal(byte[] bytes, int one, int other, int rounds, int step) {
    long length = (long) rounds * step;
    if (length <= 0 || Math.min(one, other) < 0 || Math.max(one, other) + length > bytes.length) {
      return 0;
    }
    int n = (int) length;
    int different = Arrays.mismatch(bytes, one, one + n, bytes, other, other + n);
    return different < 0 ? rounds : different / step;
  }

  /**
   * Returns how many rounds find none of the bytes that they look for.
   *
   * @param from the address of the first round
   * @param number what has, at its lowest bytes, the byte that is looked for at each place
   * @param rounds how many rounds there are at most
   * @param step how far the next round is, 1 or 4; each looks at as many bytes
   * @return the rounds before the first one that finds a byte, or fewer at the end of the rounds or
   *     of the memory; 0 if they leave it
   */
  public static int search(byte[] bytes, int from, int number, int rounds, int step) {
    if (from < 0) {
      return 0;
    }
    long eight =
        step == 1 ? (number & 0xFF) * LOW_BITS : Integer.toUnsignedLong(number) * 0x1_0000_0001L;
    int last = (int) Math.min(bytes.length, from + (long) rounds * step) - Long.BYTES;
    int at = from;
    while (at <= last) {
      long mixed = (long) Memory.I64.get(bytes, at) ^ eight;
      long zeros = (mixed - LOW_BITS) & ~mixed & HIGH_BITS;
      if (zeros != 0) {
        at += Long.numberOfTrailingZeros(zeros) / Byte.SIZE;
        break;
      }
      at += Long.BYTES;
    }
    return (at - from) / step;
  }

  /**
   * Copies in rounds that join words at other addresses than they load them from. That is one copy
   * if the target starts neither inside what is loaded nor closely below it.
   *
   * @param to the lowest address to which the first round copies
   * @param from the address of the word that was loaded before the first round
   * @param loaded that word, as it was loaded
   * @param rounds how many rounds there are at most
   * @param step how far the next round is, which is more than 0; each copies as many bytes
   * @param skipped how many bytes of the word are not copied
   * @return the rounds, or 0 if they leave the memory, are not one copy or the word is another
   */
  public static int slide(
      byte[] bytes, int to, int from, int loaded, int rounds, int step, int skipped) {
    long length = (long) rounds * step;
    if (length <= 0
        || Math.min(to, from) < 0
        || to + length > bytes.length
        || from + length + Integer.BYTES > bytes.length
        || Integer.toUnsignedLong(to - from + Integer.BYTES) < length + 2 * Integer.BYTES
        || (int) Memory.I32.get(bytes, from) != loaded) {
      return 0;
    }
    System.arraycopy(bytes, from + skipped, bytes, to, (int) length);
    return rounds;
  }
}
