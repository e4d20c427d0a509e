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
import org.wasm2java.runtime.Store;

/**
 * Times a kernel in generated code, in nanoseconds a step. {@code kernels.mjs} times the same in
 * V8, and {@link KernelComparison} both in turn.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(
    value = 2,
    jvmArgs = {
      ModuleBenchmark.HEAP_AT_START,
      ModuleBenchmark.HEAP_AT_MOST,
      ModuleBenchmark.HEAP_TOUCHED
    })
@Warmup(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public abstract class ModuleBenchmark {
  // A heap that grows while it is measured takes its pages from the operating system one by one,
  // which
  // on some machines takes longer than all the rest.
  static final String HEAP_AT_START = "-Xms512m";
  static final String HEAP_AT_MOST = "-Xmx512m";
  static final String HEAP_TOUCHED = "-XX:+AlwaysPreTouch";

  /** Steps of one call. */
  static final int STEPS = 16384;

  private IntUnaryOperator timed = n -> 0;

  /** For JMH. */
  protected ModuleBenchmark() {}

  /** Sets what is timed: a kernel whose name begins with that of its module. */
  final void time(String kernel) {
    timed = kernel(kernel);
  }

  /** Returns a kernel in classes of its own. */
  static IntUnaryOperator kernel(String name) {
    KernelModule module = KernelModule.load(moduleOf(name));
    return module.unary(module.instantiate(new Store()), name);
  }

  /** Returns the name of a kernel's module: all before the first capital. */
  static String moduleOf(String kernel) {
    return kernel.replaceFirst("\\p{Upper}.*", "");
  }

  /** The kernel. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public int run() {
    return timed.applyAsInt(STEPS);
  }
}
