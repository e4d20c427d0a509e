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
 * Times kernels of C as generated code: written with intrinsics for vectors of 128 bits, and the
 * same without, compiled without vector instructions. In nanoseconds a step, which is the work for
 * 16 bytes in either form. A kernel whose forms give different results does not start.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(2)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class SimdBenchmark {
  private static final int STEPS = 16384;
  private static final int SEED = 1;

  /** The kernel's name in {@code simd.c}. */
  @Param({
    "classify",
    "memchr",
    "blend",
    "dot",
    "mat4",
    "mandelbrot",
    "chacha",
    "daxpy",
    "sad",
    "utf8",
    "base64",
    "grey",
    "prefix"
  })
  public String kernel = "";

  /** The module: {@code simd} with intrinsics, {@code scalar} without. */
  @Param({"simd", "scalar"})
  public String form = "";

  private IntUnaryOperator timed = n -> 0;

  /** For JMH. */
  public SimdBenchmark() {}

  /**
   * Translates both modules and compares what the kernel gives in them. What is timed is loaded
   * once more: classes with a profile of their own.
   */
  @Setup
  public void prepare() {
    long expected = result("scalar");
    long found = result("simd");
    if (found != expected) {
      throw new IllegalStateException(
          String.format("%s: %x with intrinsics, %x without", kernel, found, expected));
    }
    KernelModule module = KernelModule.load(form);
    Instance instance = module.instantiate(new Store());
    initialize(module, instance);
    timed = module.unary(instance, kernel);
  }

  /** Returns the kernel's result and, above it, a checksum of what it wrote. */
  long result(String ofForm) {
    KernelModule module = KernelModule.load(ofForm);
    Instance instance = module.instantiate(new Store());
    initialize(module, instance);
    int result = module.unary(instance, kernel).applyAsInt(STEPS);
    int written = module.unary(instance, "check").applyAsInt(0);
    return (long) written << Integer.SIZE | Integer.toUnsignedLong(result);
  }

  private static void initialize(KernelModule module, Instance instance) {
    int result = module.unary(instance, "init").applyAsInt(SEED);
    if (result != 0) {
      throw new IllegalStateException("init gives " + result);
    }
  }

  /** The kernel in the given form. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public int run() {
    return timed.applyAsInt(STEPS);
  }
}
