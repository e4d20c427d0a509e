package org.wasm2java.wasi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.wasm2java.runtime.ExitException;
import org.wasm2java.wasi.error.Errno;

/** Arguments, environment, clocks, random numbers, signals and exit codes. */
class ProcessTest {
  @Test
  void argumentsAreCStrings() throws IOException {
    try (Guest guest = new Guest(Wasi.builder().args("prog", "größer", ""))) {
      assertThat(guest.wasi.argsSizesGet(guest.memory, 64, 68)).isZero();
      assertThat(guest.memory.readI32(64)).isEqualTo(3);
      assertThat(guest.memory.readI32(68)).isEqualTo(5 + 9 + 1);
      assertThat(guest.wasi.argsGet(guest.memory, 100, 200)).isZero();
      assertThat(guest.memory.readI32(104)).isEqualTo(205);
      assertThat(guest.memory.readString(200, 15)).isEqualTo("prog\0größer\0\0");
    }
  }

  @Test
  void nothingIsInTheEnvironmentUnlessGranted() throws IOException {
    try (Guest guest = new Guest(Wasi.builder())) {
      assertThat(guest.wasi.environSizesGet(guest.memory, 64, 68)).isZero();
      assertThat(guest.memory.readI64(64)).isZero();
    }
  }

  @Test
  void environmentKeepsItsOrderAndTheLastValue() throws IOException {
    try (Guest guest = new Guest(Wasi.builder().env("B", "1").env("A", "2").env("B", "3"))) {
      assertThat(guest.wasi.environGet(guest.memory, 100, 200)).isZero();
      assertThat(guest.memory.readString(200, 8)).isEqualTo("B=3\0A=2\0");
    }
  }

  @Test
  void argumentsOutsideTheMemoryAreAFault() throws IOException {
    try (Guest guest = new Guest(Wasi.builder().args("prog"))) {
      int end = guest.memory.bytes().length;
      assertThat(guest.wasi.argsGet(guest.memory, 100, end - 4)).isEqualTo(Errno.FAULT.code());
      assertThat(guest.wasi.argsGet(guest.memory, end - 3, 100)).isEqualTo(Errno.FAULT.code());
      assertThat(guest.wasi.argsSizesGet(guest.memory, -4, 100)).isEqualTo(Errno.FAULT.code());
    }
  }

  @Test
  void wallClockIsTheGrantedOne() throws IOException {
    Clock fixed = Clock.fixed(Instant.ofEpochSecond(12, 345_678_000), ZoneOffset.UTC);
    try (Guest guest = new Guest(Wasi.builder().clock(fixed).monotonicClock(() -> 42))) {
      assertThat(guest.wasi.clockTimeGet(guest.memory, 0, 0, Guest.RESULT)).isZero();
      assertThat(guest.longResult()).isEqualTo(12_345_678_000L);
      assertThat(guest.wasi.clockTimeGet(guest.memory, 1, 0, Guest.RESULT)).isZero();
      assertThat(guest.longResult()).isEqualTo(42);
    }
  }

  @Test
  void allClocksRunAndHaveAResolution() throws IOException {
    try (Guest guest = new Guest(Wasi.builder())) {
      for (int clock = 0; clock < 4; clock++) {
        assertThat(guest.wasi.clockTimeGet(guest.memory, clock, 0, Guest.RESULT)).isZero();
        assertThat(guest.longResult()).as("clock %s", clock).isNotNegative();
        assertThat(guest.wasi.clockResGet(guest.memory, clock, Guest.RESULT)).isZero();
        assertThat(guest.longResult()).isBetween(1L, 1_000_000_000L);
      }
      assertThat(guest.wasi.clockTimeGet(guest.memory, 4, 0, Guest.RESULT))
          .isEqualTo(Errno.INVAL.code());
    }
  }

  @Test
  void randomBytesDiffer() throws IOException {
    try (Guest guest = new Guest(Wasi.builder())) {
      assertThat(guest.wasi.randomGet(guest.memory, 1000, 10_000)).isZero();
      assertThat(guest.wasi.randomGet(guest.memory, 20_000, 10_000)).isZero();
      assertThat(guest.memory.read(1000, 10_000)).isNotEqualTo(guest.memory.read(20_000, 10_000));
      assertThat(guest.memory.read(10_990, 10)).isNotEqualTo(new byte[10]);
      assertThat(guest.memory.read(11_000, 10)).as("behind the buffer").isEqualTo(new byte[10]);
    }
  }

  @Test
  void randomBytesComeFromTheGrantedGenerator() throws IOException {
    byte[][] runs = new byte[2][];
    for (int run = 0; run < 2; run++) {
      try (Guest guest = new Guest(Wasi.builder().random(new SplittableRandom(7)))) {
        assertThat(guest.wasi.randomGet(guest.memory, 1000, 9000)).isZero();
        runs[run] = guest.memory.read(1000, 9001);
      }
    }
    assertThat(runs[0]).isEqualTo(runs[1]);
    assertThat(runs[0][9000]).isZero();
    assertThat(Arrays.equals(runs[0], new byte[9001])).isFalse();
  }

  @Test
  void exitIsAnExceptionWithTheCode() throws IOException {
    try (Guest guest = new Guest(Wasi.builder())) {
      assertThatThrownBy(() -> guest.wasi.procExit(guest.memory, 33))
          .isInstanceOfSatisfying(
              ExitException.class, exit -> assertThat(exit.exitCode()).isEqualTo(33));
    }
  }

  @Test
  void signalsDoWhatTheyDoToAProcess() throws IOException {
    try (Guest guest = new Guest(Wasi.builder())) {
      assertThat(guest.wasi.procRaise(guest.memory, 0)).isZero();
      assertThat(guest.wasi.procRaise(guest.memory, 16)).isZero();
      assertThat(guest.wasi.procRaise(guest.memory, 18)).isEqualTo(Errno.NOTSUP.code());
      assertThat(guest.wasi.procRaise(guest.memory, 31)).isEqualTo(Errno.INVAL.code());
      assertThatThrownBy(() -> guest.wasi.procRaise(guest.memory, 6))
          .isInstanceOfSatisfying(
              ExitException.class, exit -> assertThat(exit.exitCode()).isEqualTo(134));
    }
  }
}
