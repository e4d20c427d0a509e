package org.wasm2java.benchmarks.jmh;

import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Times a loop in generated code and the same loop in hand-written Java, in nanoseconds a step.
 * Both return a checksum; a benchmark whose two checksums differ does not start.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public abstract class KernelBenchmark {
  /** Steps of one call. */
  static final int STEPS = 16384;

  private IntUnaryOperator wasm = n -> 0;
  private IntUnaryOperator java = n -> 0;

  /** For JMH. */
  protected KernelBenchmark() {}

  /** Sets what is compared, after a check that both do the same. */
  final void compare(String kernel, IntUnaryOperator generated, IntUnaryOperator byHand) {
    int found = generated.applyAsInt(STEPS);
    int expected = byHand.applyAsInt(STEPS);
    if (found != expected) {
      throw new IllegalStateException(
          kernel + ": generated code gives " + found + ", hand-written Java " + expected);
    }
    wasm = generated;
    java = byHand;
  }

  /** The generated code. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public int wasm() {
    return wasm.applyAsInt(STEPS);
  }

  /** The same in Java. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public int java() {
    return java.applyAsInt(STEPS);
  }
}
