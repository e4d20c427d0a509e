package org.wasm2java.benchmarks.jmh;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.wasm2java.runtime.Memory;
import org.wasm2java.runtime.ops.Rounds;

/**
 * Loops of C libraries as generated code has them, round by round and with all rounds but the last
 * at once: from how many bytes on that pays.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 6, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 7, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class RoundsBenchmark {
  private static final int STEP = 13;
  private static final int STARTS = 0x3FF;
  private static final int OTHER = 0x8000;
  private static final int LOW_BITS = 0x01010101;
  private static final int HIGH_BITS = 0x80808080;

  /** How many bytes; of loops with larger rounds the next multiple of a round. */
  @Param({"4", "8", "16", "32", "48", "64", "96", "128", "192", "256", "1024"})
  public int size;

  /** Whether rounds are done at once. */
  @Param({"false", "true"})
  public boolean atOnce;

  private final byte[] bytes = new byte[2 * OTHER];
  private int next;

  /** For JMH. */
  public RoundsBenchmark() {}

  /** Fills the memory with what no search finds and every comparison goes on at. */
  @Setup
  public void fill() {
    Arrays.fill(bytes, (byte) 1);
  }

  private int start() {
    next += STEP;
    return next & STARTS;
  }

  /** {@code memcpy} by bytes. */
  @Benchmark
  public int copyBytes() {
    int to = start();
    int from = to + OTHER;
    int left = size;
    if (atOnce) {
      int done = Rounds.copy(bytes, to, from, left - 1, 1);
      to += done;
      from += done;
      left -= done;
    }
    do {
      bytes[to] = bytes[from];
      to++;
      from++;
      left--;
    } while (left != 0);
    return to;
  }

  /** {@code memcpy} by two longs. */
  @Benchmark
  public int copyLongs() {
    int to = start();
    int from = to + OTHER;
    int left = size + 15 & -16;
    if (atOnce) {
      int done = Rounds.copy(bytes, to, from, left - 16 >>> 4, 16);
      to += done * 16;
      from += done * 16;
      left -= done * 16;
    }
    do {
      Memory.I64.set(bytes, to, (long) Memory.I64.get(bytes, from));
      Memory.I64.set(bytes, to + 8, (long) Memory.I64.get(bytes, from + 8));
      to += 16;
      from += 16;
      left -= 16;
    } while (left != 0);
    return to;
  }

  /** {@code memcpy} of words that are aligned otherwise, two a round. */
  @Benchmark
  public int joinWords() {
    int to = start();
    int from = to + OTHER;
    int left = size + 7 & -8;
    int word = (int) Memory.I32.get(bytes, from);
    if (atOnce) {
      int done = Rounds.slide(bytes, to, from, word, left - 8 >>> 3, 8, 3);
      to += done * 8;
      from += done * 8;
      left -= done * 8;
      word = done == 0 ? word : (int) Memory.I32.get(bytes, from);
    }
    do {
      int middle = (int) Memory.I32.get(bytes, from + 4);
      Memory.I32.set(bytes, to, middle << 8 | word >>> 24);
      word = (int) Memory.I32.get(bytes, from + 8);
      Memory.I32.set(bytes, to + 4, word << 8 | middle >>> 24);
      to += 8;
      from += 8;
      left -= 8;
    } while (left != 0);
    return word;
  }

  /** {@code memset} by two longs. */
  @Benchmark
  public int fillLongs() {
    int to = start();
    int left = size + 15 & -16;
    long number = 0x0101010101010101L;
    if (atOnce) {
      int done = Rounds.fill(bytes, to, number, left - 16 >>> 4, 16, 8);
      to += done * 16;
      left -= done * 16;
    }
    do {
      Memory.I64.set(bytes, to, number);
      Memory.I64.set(bytes, to + 8, number);
      to += 16;
      left -= 16;
    } while (left != 0);
    return to;
  }

  /** {@code memcmp} by bytes, of what is the same. */
  @Benchmark
  public int compareBytes() {
    int one = start();
    int other = one + OTHER;
    int left = size;
    if (atOnce) {
      int done = Rounds.equal(bytes, one, other, left - 1, 1);
      one += done;
      other += done;
      left -= done;
    }
    while (bytes[one] == bytes[other] && left != 0) {
      one++;
      other++;
      left--;
    }
    return left;
  }

  /** {@code strlen} by bytes. */
  @Benchmark
  public int searchBytes() {
    int at = start();
    int end = at + size;
    bytes[end] = 0;
    if (atOnce) {
      at += Rounds.search(bytes, at, 0, Integer.MAX_VALUE, 1);
    }
    while (bytes[at] != 0) {
      at++;
    }
    bytes[end] = 1;
    return at;
  }

  /** {@code strlen} by words. */
  @Benchmark
  public int searchWords() {
    int at = start();
    int end = at + size;
    bytes[end] = 0;
    if (atOnce) {
      at += Rounds.search(bytes, at, 0, Integer.MAX_VALUE, 4) * 4;
    }
    int word = (int) Memory.I32.get(bytes, at);
    while ((~word & word - LOW_BITS & HIGH_BITS) == 0) {
      at += 4;
      word = (int) Memory.I32.get(bytes, at);
    }
    bytes[end] = 1;
    return at;
  }
}
