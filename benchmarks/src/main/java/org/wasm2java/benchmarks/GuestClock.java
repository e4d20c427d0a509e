package org.wasm2java.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.OptionalLong;

/** Takes the processor time of the thread that runs a guest, whichever that is. */
final class GuestClock {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private OptionalLong nanos = OptionalLong.empty();

  /** Runs the guest on this thread. */
  void time(Runnable guest) {
    if (!THREADS.isCurrentThreadCpuTimeSupported()) {
      guest.run();
      return;
    }
    long start = THREADS.getCurrentThreadCpuTime();
    try {
      guest.run();
    } finally {
      nanos = OptionalLong.of(THREADS.getCurrentThreadCpuTime() - start);
    }
  }

  /** Returns the time of the last guest; empty where the JVM cannot tell. */
  OptionalLong nanos() {
    return nanos;
  }
}
