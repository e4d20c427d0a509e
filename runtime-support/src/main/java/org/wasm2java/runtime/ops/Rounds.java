package org.wasm2java.runtime.ops;

import java.util.Arrays;
import org.wasm2java.runtime.Memory;

/**
 * Rounds of loops that copy, fill or compare memory, done at once. A method does either exactly
 * what the rounds would do one after another, or nothing, and says how many rounds it did; the loop
 * does the others, and traps where these do.
 *
 * <pre>{@code
 * int t = Rounds.copy(mem, p, q, n / 8, 8); // in generated code
 * p += t * 8;
 * q += t * 8;
 * n -= t * 8;
 * }</pre>
 */
public final class Rounds {
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
}
