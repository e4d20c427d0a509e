package org.wasm2java.benchmarks.jmh;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import org.wasm2java.runtime.Store;

/**
 * Times the kernels of a module in this JVM, as {@code kernels.mjs} does in V8: {@code KernelWorker
 * MODULE} prints, for each kernel, its checksum and the medians of a step's time in nanoseconds, on
 * the clock and of this thread's processor time.
 */
public final class KernelWorker {
  private static final int STEPS = ModuleBenchmark.STEPS;
  private static final long WARM_UP_NANOS = 2_000_000_000;
  private static final int SAMPLES = 9;
  private static final long SAMPLE_NANOS = 100_000_000;

  /** Exports that kernels need and that are none. */
  static final List<String> NOT_TIMED = List.of("memory", "init", "write", "mix", "check");

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final IntUnaryOperator kernel;
  private int checksum;
  private double wall;
  private double processor;

  private KernelWorker(IntUnaryOperator kernel) {
    this.kernel = kernel;
  }

  /** Times the kernels of the module that the argument names. */
  public static void main(String[] args) {
    for (String name : kernels(args[0])) {
      KernelModule module = KernelModule.load(args[0]);
      KernelWorker worker = new KernelWorker(module.unary(module.instantiate(new Store()), name));
      worker.time();
      System.out.println(
          String.format(
              Locale.ROOT,
              "%s %d %.4f %.4f",
              name,
              worker.checksum,
              worker.wall,
              worker.processor));
    }
  }

  /** Returns the kernels of a module, in its order. */
  static List<String> kernels(String module) {
    return KernelModule.load(module).instantiate(new Store()).exportNames().stream()
        .filter(name -> !NOT_TIMED.contains(name))
        .toList();
  }

  private void time() {
    double[] walls = new double[SAMPLES];
    double[] processors = new double[SAMPLES];
    sample(WARM_UP_NANOS);
    for (int i = 0; i < SAMPLES; i++) {
      sample(SAMPLE_NANOS);
      walls[i] = wall;
      processors[i] = processor;
    }
    wall = median(walls);
    processor = median(processors);
  }

  /** Calls the kernel for at least the given time. */
  private void sample(long nanos) {
    long processorStart = THREADS.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    long now = start;
    int calls = 0;
    while (now - start < nanos) {
      checksum = kernel.applyAsInt(STEPS);
      calls++;
      now = System.nanoTime();
    }
    wall = (double) (now - start) / calls / STEPS;
    processor = (double) (THREADS.getCurrentThreadCpuTime() - processorStart) / calls / STEPS;
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
