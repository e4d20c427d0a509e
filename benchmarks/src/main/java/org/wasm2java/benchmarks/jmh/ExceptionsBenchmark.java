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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.Store;

/**
 * Times exceptions that are thrown through one, five and twenty frames, and calls with and without
 * a try around each of them. In nanoseconds a step; {@code exceptions.mjs} times the same in V8.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(2)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class ExceptionsBenchmark {
  private static final int STEPS = 16384;

  /** The kernel's name in {@code exceptions.wat}. */
  @Param({"thrown1", "thrown5", "thrown20", "plain", "guarded"})
  public String kernel = "";

  private IntUnaryOperator timed = n -> 0;

  /** For JMH. */
  public ExceptionsBenchmark() {}

  /** Translates the module. */
  @Setup
  public void prepare() {
    KernelModule module = KernelModule.load("exceptions");
    Instance instance = module.instantiate(new Store());
    timed = module.unary(instance, kernel);
  }

  /** The kernel. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public int run() {
    return timed.applyAsInt(STEPS);
  }
}
