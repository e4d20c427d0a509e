package org.wasm2java.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.wasm2java.aot.PhaseTiming;

/** Prints how long each phase took and how much of the heap was in use at most meanwhile. */
final class TimingsTable {
  private static final double NANOS_PER_MILLISECOND = 1e6;
  private static final long BYTES_PER_MEGABYTE = 1L << 20;

  private TimingsTable() {}

  static void print(List<PhaseTiming> timings, PrintStream out) {
    for (PhaseTiming timing : timings) {
      printRow(timing.phase().text(), timing.nanos(), timing.peakHeapBytes().orElse(0), out);
    }
    long nanos = timings.stream().mapToLong(PhaseTiming::nanos).sum();
    long heap =
        timings.stream().mapToLong(timing -> timing.peakHeapBytes().orElse(0)).max().orElse(0);
    printRow("total", nanos, heap, out);
  }

  private static void printRow(String name, long nanos, long heap, PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%-10s %10.1f ms %6d MB heap%n",
        name,
        nanos / NANOS_PER_MILLISECOND,
        heap / BYTES_PER_MEGABYTE);
  }
}
