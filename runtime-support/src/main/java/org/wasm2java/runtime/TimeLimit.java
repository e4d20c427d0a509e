package org.wasm2java.runtime;

import java.time.Duration;

/**
 * A point in time and how far away it was.
 *
 * @param time how far away
 * @param nanos the point, as {@link System#nanoTime} counts
 */
record TimeLimit(Duration time, long nanos) {
  /** Times of more than a century are so long that their end cannot be told from never. */
  private static final Duration LONGEST = Duration.ofDays(40_000);

  static TimeLimit of(Duration time) {
    Duration bounded = time.compareTo(LONGEST) > 0 ? LONGEST : time;
    return new TimeLimit(time, System.nanoTime() + (bounded.isNegative() ? 0 : bounded.toNanos()));
  }

  boolean hasPassed() {
    return System.nanoTime() - nanos >= 0;
  }

  String reason() {
    return "(deadline of " + text() + " passed)";
  }

  private String text() {
    return time.compareTo(Duration.ofMinutes(1)) < 0 ? time.toMillis() + " ms" : time.toString();
  }
}
