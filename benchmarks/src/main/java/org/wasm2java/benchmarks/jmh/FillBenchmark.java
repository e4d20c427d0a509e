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
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.wasm2java.runtime.Memory;

/** {@code memory.fill} beside {@code Arrays.fill}, from starts that are not aligned. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 6, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 7, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class FillBenchmark {
  private static final int STEP = 13;
  private static final int STARTS = 0x3FF;

  /** How many bytes. */
  @Param({
    "1", "3", "4", "7", "8", "12", "16", "24", "32", "48", "64", "100", "128", "256", "512", "1024",
    "4096", "16384", "65536"
  })
  public int size;

  private final Memory memory = Memory.create(2, 2);
  private int next;

  /** For JMH. */
  public FillBenchmark() {}

  private int start() {
    next += STEP;
    return next & STARTS;
  }

  /** The runtime's instruction. */
  @Benchmark
  public void memoryFill() {
    memory.fill(start(), next, size);
  }

  /** The JDK's method. */
  @Benchmark
  public void arraysFill() {
    int start = start();
    Arrays.fill(memory.bytes(), start, start + size, (byte) next);
  }
}
