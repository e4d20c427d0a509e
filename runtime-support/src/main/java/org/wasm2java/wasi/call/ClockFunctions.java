package org.wasm2java.wasi.call;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.wasm2java.wasi.error.Errno;
import org.wasm2java.wasi.error.ErrnoException;
import org.wasm2java.wasi.memory.GuestMemory;

/**
 * The clocks. The monotonic one starts at zero with the sandbox, so it tells nothing of the host.
 */
public final class ClockFunctions {
  static final int REALTIME = 0;
  static final int MONOTONIC = 1;
  static final int PROCESS_CPU = 2;
  static final int THREAD_CPU = 3;

  private static final long REALTIME_RESOLUTION = 1_000;
  private static final long MONOTONIC_RESOLUTION = 1;
  private static final long PROCESS_CPU_RESOLUTION = 10_000_000;
  private static final long NANOS_PER_MICRO = 1_000;
  private static final long NANOS = 1_000_000_000;

  /** The last time that 64 bits express. */
  private static final Instant LAST =
      Instant.ofEpochSecond(Long.divideUnsigned(-1L, NANOS), Long.remainderUnsigned(-1L, NANOS));

  private final Clock realtime;
  private final LongSupplier monotonic;
  private final long start = System.nanoTime();

  /**
   * Clocks of the host where none are given.
   *
   * @param realtime what the guest's wall clock shows, or {@code null}
   * @param monotonic nanoseconds since any time, never decreasing, or {@code null}
   */
  public ClockFunctions(Clock realtime, LongSupplier monotonic) {
    this.realtime = realtime;
    this.monotonic = monotonic;
  }

  public void resolutionGet(GuestMemory memory, int clock, int result) throws IOException {
    long resolution =
        switch (clock) {
          case REALTIME -> REALTIME_RESOLUTION;
          case MONOTONIC, THREAD_CPU -> MONOTONIC_RESOLUTION;
          case PROCESS_CPU -> PROCESS_CPU_RESOLUTION;
          default -> throw Errno.INVAL.failure();
        };
    memory.writeI64(result, resolution);
  }

  public void timeGet(GuestMemory memory, int clock, int result) throws IOException {
    memory.writeI64(result, now(clock));
  }

  /** Returns what a clock shows in nanoseconds, unsigned. */
  long now(int clock) throws ErrnoException {
    return switch (clock) {
      case REALTIME -> realtime();
      case MONOTONIC -> monotonic == null ? System.nanoTime() - start : monotonic.getAsLong();
      case PROCESS_CPU -> processTime();
      case THREAD_CPU -> threadTime();
      default -> throw Errno.INVAL.failure();
    };
  }

  /**
   * Returns the wall clock's unsigned nanoseconds since 1970, in whole microseconds as its
   * resolution says.
   *
   * @throws ErrnoException {@code overflow} if a granted clock shows a time before 1970 or after
   *     2554
   */
  long realtime() throws ErrnoException {
    Instant now = realtime == null ? Instant.now() : realtime.instant();
    if (now.isBefore(Instant.EPOCH) || now.isAfter(LAST)) {
      throw Errno.OVERFLOW.failure();
    }
    return now.getEpochSecond() * NANOS + now.getNano() / NANOS_PER_MICRO * NANOS_PER_MICRO;
  }

  private static long processTime() throws ErrnoException {
    Optional<Duration> used = ProcessHandle.current().info().totalCpuDuration();
    if (used.isEmpty()) {
      throw Errno.NOTSUP.failure();
    }
    return used.get().toNanos();
  }

  private static long threadTime() throws ErrnoException {
    long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    if (used < 0) {
      throw Errno.NOTSUP.failure();
    }
    return used;
  }
}
