package org.wasm2java.benchmarks;

import java.io.IOException;
import java.util.OptionalLong;

/**
 * One timed run.
 *
 * @param nanos how long it took
 * @param guestNanos the processor time of the guest's thread meanwhile, where the engine can tell
 * @param md5 the digest of what the program printed
 */
record Sample(long nanos, OptionalLong guestNanos, String md5) {
  /** What stands for a time that the engine cannot tell. */
  static final String UNKNOWN = "-";

  /** Reads a worker's answer: {@code NANOS MD5 GUEST_NANOS}. */
  static Sample parse(String answer) throws IOException {
    String[] parts = answer.split(" ", -1);
    try {
      if (parts.length == 3) {
        return new Sample(
            Long.parseLong(parts[0]),
            parts[2].equals(UNKNOWN)
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseLong(parts[2])),
            parts[1]);
      }
    } catch (NumberFormatException e) {
      throw new IOException("expected numbers in a worker's answer, found: " + answer, e);
    }
    throw new IOException("expected NANOS MD5 GUEST_NANOS from a worker, found: " + answer);
  }

  /** Returns the processor time as answers and results have it. */
  static String text(OptionalLong guestNanos) {
    return guestNanos.isPresent() ? String.valueOf(guestNanos.getAsLong()) : UNKNOWN;
  }
}
