package org.wasm2java.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.wasm2java.aot.PhaseTiming;

/** Prints how long each phase took, in milliseconds. */
final class TimingsTable {
  private static final double NANOS_PER_MILLISECOND = 1e6;

  private TimingsTable() {}

  static void print(List<PhaseTiming> timings, PrintStream out) {
    for (PhaseTiming timing : timings) {
      printRow(timing.phase(), timing.nanos(), out);
    }
    printRow("total", timings.stream().mapToLong(PhaseTiming::nanos).sum(), out);
  }

  private static void printRow(String name, long nanos, PrintStream out) {
    out.printf(Locale.ROOT, "%-10s %10.1f ms%n", name, nanos / NANOS_PER_MILLISECOND);
  }
}
