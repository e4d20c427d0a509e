package org.wasm2java.aot;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Measures the phases of one translation and reports their start and end. */
final class Timings {
  private final ProgressListener progress;
  private final boolean measureHeap;
  private final List<PhaseTiming> timings = new ArrayList<>();

  Timings(TranslationOptions options) {
    this.progress = options.progress();
    this.measureHeap = options.measureHeap();
  }

  /** Runs a phase. */
  <T> T of(Phase phase, Supplier<T> work) {
    progress.progress(phase, 0, 1);
    if (measureHeap) {
      heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
    }
    long start = System.nanoTime();
    T result = work.get();
    long nanos = System.nanoTime() - start;
    OptionalLong heap = measureHeap ? OptionalLong.of(peakHeap()) : OptionalLong.empty();
    timings.add(new PhaseTiming(phase, nanos, heap));
    progress.progress(phase, 1, 1);
    return result;
  }

  /** The sum over the parts of the heap: not below the true peak, as they peak at other times. */
  private static long peakHeap() {
    return heapPools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
  }

  private static List<MemoryPoolMXBean> heapPools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  List<PhaseTiming> all() {
    return List.copyOf(timings);
  }
}
