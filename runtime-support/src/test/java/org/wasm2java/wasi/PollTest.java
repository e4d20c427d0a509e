package org.wasm2java.wasi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wasm2java.wasi.call.Subscription;
import org.wasm2java.wasi.error.Errno;

/** Waiting for clocks and descriptors. */
@Timeout(20)
class PollTest {
  private static final int IN = 2048;
  private static final int OUT = 4096;

  private static void clock(Guest guest, int index, int clock, long timeout, int flags) {
    int at = IN + index * 48;
    guest.memory.writeI64(at, 100 + index);
    guest.memory.writeI64(at + 8, 0);
    guest.memory.writeI32(at + 16, clock);
    guest.memory.writeI64(at + 24, timeout);
    guest.memory.writeI64(at + 32, 0);
    guest.memory.writeI64(at + 40, flags);
  }

  private static void descriptor(Guest guest, int index, int type, int fd) {
    int at = IN + index * 48;
    guest.memory.writeI64(at, 100 + index);
    guest.memory.writeI64(at + 8, type);
    guest.memory.writeI32(at + 16, fd);
  }

  private static int poll(Guest guest, int count) {
    Guest.expect(guest.wasi.pollOneoff(guest.memory, IN, OUT, count, Guest.RESULT));
    return guest.result();
  }

  private static long userData(Guest guest, int event) {
    return guest.memory.readI64(OUT + event * 32);
  }

  private static int errno(Guest guest, int event) {
    return guest.memory.readI32(OUT + event * 32 + 8) & 0xffff;
  }

  @Test
  void sleepsForAboutTheTimeAndNoBusyWait() throws IOException {
    try (Guest guest = Guest.withInput("")) {
      long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      long start = System.nanoTime();
      clock(guest, 0, 1, 200_000_000, 0);
      assertThat(poll(guest, 1)).isEqualTo(1);
      assertThat(userData(guest, 0)).isEqualTo(100);
      assertThat(errno(guest, 0)).isZero();
      assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(200_000_000);
      long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
      assertThat(used).as("CPU time while sleeping").isLessThan(100_000_000);
    }
  }

  @Test
  void absoluteTimesOfBothClocksEnd() throws IOException {
    try (Guest guest = Guest.withInput("")) {
      for (int clock = 0; clock < 2; clock++) {
        Guest.expect(guest.wasi.clockTimeGet(guest.memory, clock, 0, Guest.RESULT));
        long end = guest.longResult() + 20_000_000;
        clock(guest, 0, clock, end, 1);
        poll(guest, 1);
        Guest.expect(guest.wasi.clockTimeGet(guest.memory, clock, 0, Guest.RESULT));
        assertThat(guest.longResult()).isGreaterThanOrEqualTo(end);
      }
      clock(guest, 0, 0, 1, 1);
      assertThat(poll(guest, 1)).as("a time in the past").isEqualTo(1);
    }
  }

  @Test
  void whatIsReadyComesAtOnceWithoutTheClock() throws IOException {
    try (Guest guest = Guest.withInput("abc")) {
      clock(guest, 0, 1, Long.MAX_VALUE, 0);
      descriptor(guest, 1, Subscription.FD_READ, 0);
      descriptor(guest, 2, Subscription.FD_WRITE, 1);
      assertThat(poll(guest, 3)).isEqualTo(2);
      assertThat(userData(guest, 0)).isEqualTo(101);
      assertThat(guest.memory.readI64(OUT + 16)).as("bytes to read").isEqualTo(3);
      assertThat(userData(guest, 1)).isEqualTo(102);
      assertThat(guest.read(0, 9)).isEqualTo("abc");
    }
  }

  @Test
  void clockEndsTheWaitForInputThatDoesNotCome() throws IOException {
    try (PipedInputStream never = new PipedInputStream(new PipedOutputStream());
        Guest guest = new Guest(Wasi.builder().stdin(never))) {
      descriptor(guest, 0, Subscription.FD_READ, 0);
      clock(guest, 1, 1, 50_000_000, 0);
      assertThat(poll(guest, 2)).isEqualTo(1);
      assertThat(userData(guest, 0)).isEqualTo(101);
    }
  }

  @Test
  void inputEndsTheWait() throws Exception {
    PipedOutputStream source = new PipedOutputStream();
    try (PipedInputStream sink = new PipedInputStream(source);
        Guest guest = new Guest(Wasi.builder().stdin(sink))) {
      Thread writer =
          new Thread(
              () -> {
                try {
                  Thread.sleep(50);
                  source.write("now".getBytes(StandardCharsets.UTF_8));
                  source.flush();
                } catch (IOException | InterruptedException e) {
                  throw new AssertionError(e);
                }
              });
      writer.start();
      descriptor(guest, 0, Subscription.FD_READ, 0);
      clock(guest, 1, 1, Duration.ofSeconds(15).toNanos(), 0);
      assertThat(poll(guest, 2)).isEqualTo(1);
      assertThat(userData(guest, 0)).isEqualTo(100);
      writer.join();
      assertThat(guest.read(0, 9)).isEqualTo("now");
    }
  }

  @Test
  void badSubscriptionsHaveTheirErrorInTheEvent() throws IOException {
    try (Guest guest = Guest.withInput("")) {
      descriptor(guest, 0, Subscription.FD_READ, 77);
      clock(guest, 1, 9, 0, 0);
      clock(guest, 2, 3, 0, 0);
      assertThat(poll(guest, 3)).isEqualTo(3);
      assertThat(errno(guest, 0)).isEqualTo(Errno.INVAL.code());
      assertThat(errno(guest, 1)).isEqualTo(Errno.NOTSUP.code());
      assertThat(errno(guest, 2)).isEqualTo(Errno.BADF.code());
    }
  }

  @Test
  void nothingToWaitForIsAnError() throws IOException {
    try (Guest guest = Guest.withInput("")) {
      assertThat(guest.wasi.pollOneoff(guest.memory, IN, OUT, 0, Guest.RESULT))
          .isEqualTo(Errno.INVAL.code());
      assertThat(guest.wasi.pollOneoff(guest.memory, IN, OUT, 1 << 28, Guest.RESULT))
          .isEqualTo(Errno.FAULT.code());
      clock(guest, 0, 1, 0, 0);
      assertThat(guest.wasi.pollOneoff(guest.memory, IN, -32, 1, Guest.RESULT))
          .isEqualTo(Errno.FAULT.code());
    }
  }

  @Test
  void interruptionEndsAWait() throws Exception {
    try (Guest guest = Guest.withInput("")) {
      int[] errno = {-1};
      clock(guest, 0, 1, Duration.ofHours(1).toNanos(), 0);
      Thread sleeper =
          new Thread(
              () -> errno[0] = guest.wasi.pollOneoff(guest.memory, IN, OUT, 1, Guest.RESULT));
      sleeper.start();
      Thread.sleep(50);
      sleeper.interrupt();
      sleeper.join(Duration.ofSeconds(10).toMillis());
      assertThat(errno[0]).isEqualTo(Errno.INTR.code());
    }
  }

  @Test
  void filesAreAlwaysReady() throws IOException {
    try (HostFolder host = new HostFolder(HostFolder.Kind.SECURE)) {
      host.write("file", "12345");
      int fd = host.guest.open("file", 0);
      host.guest.read(fd, 2);
      descriptor(host.guest, 0, Subscription.FD_READ, fd);
      descriptor(host.guest, 1, Subscription.FD_WRITE, fd);
      assertThat(poll(host.guest, 2)).isEqualTo(2);
      assertThat(host.guest.memory.readI64(OUT + 16)).isEqualTo(3);
    }
  }

  @Test
  void relativeTimeoutsEndThoughGrantedClocksStandStill() throws IOException {
    Clock fixed = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    try (Guest guest = new Guest(Wasi.builder().clock(fixed).monotonicClock(() -> 5))) {
      for (int clock = 0; clock < 2; clock++) {
        clock(guest, 0, clock, 20_000_000, 0);
        assertThat(poll(guest, 1)).isEqualTo(1);
        assertThat(errno(guest, 0)).isZero();
      }
    }
  }

  @Test
  void timeoutsEndWhenAGrantedClockRunsAhead() throws IOException {
    long[] now = {0};
    LongSupplier leaping = () -> now[0] += Duration.ofHours(1).toNanos();
    try (Guest guest = new Guest(Wasi.builder().monotonicClock(leaping))) {
      clock(guest, 0, 1, Duration.ofMinutes(30).toNanos(), 0);
      assertThat(poll(guest, 1)).as("relative").isEqualTo(1);
      clock(guest, 0, 1, now[0] + Duration.ofMinutes(30).toNanos(), 1);
      assertThat(poll(guest, 1)).as("absolute").isEqualTo(1);
    }
  }
}
