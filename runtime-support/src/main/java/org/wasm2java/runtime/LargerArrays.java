package org.wasm2java.runtime;

import java.util.Arrays;

/**
 * Copies arrays of bytes to larger ones. A memory that grows page by page is copied each time, as
 * its bounds are those of the array. Until HotSpot's second compiler has translated the copy, each
 * new array is filled with zeros first, which takes a third of the time; a method that runs as
 * seldom as this one would never get that far. So once much has been copied, it is made to.
 */
final class LargerArrays {
  /** Programs that copied as much as this are likely to copy on. */
  private static final long MUCH = 64L << 20;

  /** More calls than the second compiler waits for. */
  private static final int CALLS = 20_000;

  private static final byte[] SMALL = new byte[8];

  private static long copied;
  private static int warmed;

  private LargerArrays() {}

  /** Returns a longer array with the bytes of another at its start. */
  static byte[] copyOf(byte[] bytes, int length) {
    // Threads may race for the count: then the loop runs some copies sooner or later.
    copied += bytes.length;
    if (copied > MUCH && warmed == 0) {
      for (int i = 0; i < CALLS; i++) {
        warmed += copy(SMALL, SMALL.length + 1).length;
      }
    }
    return copy(bytes, length);
  }

  private static byte[] copy(byte[] bytes, int length) {
    return Arrays.copyOf(bytes, length);
  }
}
