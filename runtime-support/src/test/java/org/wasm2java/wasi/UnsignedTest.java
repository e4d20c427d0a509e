package org.wasm2java.wasi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wasm2java.wasi.HostFolder.Kind;
import org.wasm2java.wasi.descriptor.Rights;
import org.wasm2java.wasi.error.Errno;
import org.wasm2java.wasi.file.CheckedDirectory;
import org.wasm2java.wasi.file.Directory;
import org.wasm2java.wasi.file.FileTimes;

/** Numbers of 64 bits that Java would take for negative ones: positions, sizes, times, cookies. */
@Timeout(60)
class UnsignedTest {
  private static final long[] NO_POSITIONS = {1L << 63, -1L, (1L << 63) + 5};
  private static final long BEYOND_JAVA = Long.parseUnsignedLong("9300000000000000000");
  private static final int SET_BOTH = 5;

  @ParameterizedTest
  @EnumSource
  void positionsBeyondAnyFileAreInvalid(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      Guest guest = host.guest;
      int fd = guest.open("file", Guest.CREATE);
      guest.write(fd, "hello");
      int invalid = Errno.INVAL.code();
      for (long position : NO_POSITIONS) {
        assertThat(guest.pwrite(fd, "x", position)).isEqualTo(invalid);
        for (int count = 0; count < 2; count++) {
          guest.vector(Guest.BUFFER, 5);
          assertThat(pread(guest, fd, count, position)).as("%d vectors", count).isEqualTo(invalid);
        }
        assertThat(guest.wasi.fdFilestatSetSize(guest.memory, fd, position)).isEqualTo(invalid);
        assertThat(guest.wasi.fdAllocate(guest.memory, fd, position, 1)).isEqualTo(invalid);
        assertThat(guest.wasi.fdAllocate(guest.memory, fd, 0, position)).isEqualTo(invalid);
        assertThat(guest.wasi.fdAdvise(guest.memory, fd, 0, position, 0)).isEqualTo(invalid);
        assertThat(guest.wasi.fdAdvise(guest.memory, fd, position, 0, 0)).isZero();
      }
      assertThat(guest.wasi.fdAllocate(guest.memory, fd, 0, 0)).isEqualTo(invalid);
      assertThat(guest.wasi.fdAllocate(guest.memory, fd, Long.MAX_VALUE, Long.MAX_VALUE))
          .isEqualTo(Errno.FBIG.code());
      assertThat(host.read("file")).isEqualTo("hello");
    }
  }

  private static int pread(Guest guest, int fd, int count, long position) {
    return guest.wasi.fdPread(guest.memory, fd, Guest.VECTORS, count, position, Guest.RESULT);
  }

  @ParameterizedTest
  @EnumSource
  void readingBehindTheEndGivesNothing(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      int fd = host.guest.open("file", Guest.CREATE);
      host.guest.write(fd, "hello");
      for (long position : new long[] {5, 1L << 31, 1L << 32, 1L << 40, Long.MAX_VALUE - 100}) {
        assertThat(host.guest.pread(fd, 9, position)).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void seekTakesSignedDistances(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      Guest guest = host.guest;
      int fd = guest.open("file", Guest.CREATE);
      guest.write(fd, "hello");
      assertThat(guest.wasi.fdSeek(guest.memory, fd, -1, 2, Guest.RESULT)).isZero();
      assertThat(guest.longResult()).isEqualTo(4);
      assertThat(guest.wasi.fdSeek(guest.memory, fd, -4, 1, Guest.RESULT)).isZero();
      assertThat(guest.longResult()).isZero();
      assertThat(guest.wasi.fdSeek(guest.memory, fd, 1L << 40, 0, Guest.RESULT)).isZero();
      assertThat(guest.longResult()).isEqualTo(1L << 40);
      int invalid = Errno.INVAL.code();
      for (long distance : new long[] {Long.MIN_VALUE, -1}) {
        assertThat(guest.wasi.fdSeek(guest.memory, fd, distance, 0, Guest.RESULT))
            .isEqualTo(invalid);
      }
      assertThat(guest.wasi.fdSeek(guest.memory, fd, Long.MAX_VALUE, 1, Guest.RESULT))
          .isEqualTo(Errno.OVERFLOW.code());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SECURE", "CHECKED"})
  void sizesBeyondTheHostsAreTooBig(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      Guest guest = host.guest;
      int fd = guest.open("file", Guest.CREATE);
      int tooBig = Errno.FBIG.code();
      for (long size : new long[] {1L << 62, Long.MAX_VALUE}) {
        assertThat(guest.wasi.fdFilestatSetSize(guest.memory, fd, size)).isEqualTo(tooBig);
        assertThat(guest.wasi.fdAllocate(guest.memory, fd, 0, size)).isEqualTo(tooBig);
      }
      assertThat(guest.wasi.fdFilestatSetSize(guest.memory, fd, 1L << 32)).isZero();
      assertThat(guest.stat("file", false)).isZero();
      assertThat(guest.size()).isEqualTo(1L << 32);
    }
  }

  /** Sets times of 1970 to 2262, which every JDK knows to the nanosecond. */
  @ParameterizedTest
  @EnumSource
  void timesUpTo2262AreSetAndReadExactly(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      Guest guest = host.guest;
      host.write("file", "");
      int fd = guest.open("file", 0);
      for (long time : new long[] {0, 1, 999_999_999, 1_000_000_000, Long.MAX_VALUE}) {
        Guest.expect(guest.wasi.fdFilestatSetTimes(guest.memory, fd, time, time, SET_BOTH));
        Guest.expect(guest.wasi.fdFilestatGet(guest.memory, fd, Guest.RESULT));
        assertThat(guest.modificationTime()).isEqualTo(time);
        assertThat(guest.accessTime()).isEqualTo(time);
      }
    }
  }

  /** Some JDKs set no later times: then the call fails, and the times are what they were. */
  @ParameterizedTest
  @EnumSource
  void timesAfter2262AreSetOrRefused(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      Guest guest = host.guest;
      Path file = host.write("file", "");
      boolean kept = keepsLateTimes(host, kind, file);
      int fd = guest.open("file", 0);
      long before = 1_000_000_000_123_456_789L;
      for (long time : new long[] {BEYOND_JAVA, BEYOND_JAVA + 5_000_000_000L}) {
        Guest.expect(guest.setTimes("file", before, before, SET_BOTH));
        int errno = guest.wasi.fdFilestatSetTimes(guest.memory, fd, time, time, SET_BOTH);
        assertThat(errno).isEqualTo(kept ? 0 : Errno.OVERFLOW.code());
        Guest.expect(guest.stat("file", false));
        assertThat(guest.modificationTime()).isEqualTo(kept ? time : before);
        assertThat(guest.accessTime()).isEqualTo(kept ? time : before);
      }
    }
  }

  /** Asks the JDK by the way that the sandbox takes. */
  private static boolean keepsLateTimes(HostFolder host, Kind kind, Path file) throws IOException {
    FileTime late = FileTime.from(Instant.ofEpochSecond(9_300_000_000L));
    Directory directory =
        kind == Kind.SECURE
            ? Directory.openRoot(host.root, false)
            : new CheckedDirectory(host.root, host.root, false);
    directory.changeTimes("file", new FileTimes(late, late));
    directory.release();
    return Files.readAttributes(file, BasicFileAttributes.class).lastModifiedTime().equals(late);
  }

  @ParameterizedTest
  @EnumSource(names = {"SECURE", "CHECKED"})
  void timesOfTheHostAreRead(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      Path file = host.write("file", "");
      assertThat(file.toFile().setLastModified(9_300_000_000_125L)).isTrue();
      assertThat(host.guest.stat("file", false)).isZero();
      assertThat(host.guest.modificationTime()).isEqualTo(BEYOND_JAVA + 125_000_000);
      Files.setLastModifiedTime(file, FileTime.from(Instant.parse("1960-01-01T00:00:00Z")));
      assertThat(host.guest.stat("file", false)).isZero();
      assertThat(host.guest.modificationTime()).as("before 1970").isZero();
    }
  }

  @Test
  void hostTimesThatGuestsCannotCountAreTheNextOnes() {
    assertThat(FileTimes.nanos(FileTime.from(Instant.parse("2554-07-21T23:34:33.709551615Z"))))
        .isEqualTo(-1L);
    assertThat(FileTimes.nanos(FileTime.from(Instant.parse("2600-01-01T00:00:00Z"))))
        .isEqualTo(-1L);
    assertThat(FileTimes.nanos(FileTime.from(Instant.MAX))).isEqualTo(-1L);
    assertThat(FileTimes.nanos(FileTime.from(Instant.MIN))).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void cookieBehindTheLastEntryGivesNone(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      Guest guest = host.guest;
      host.write("file", "");
      guest.list(3, 4096);
      for (long cookie : new long[] {3, 1L << 31, 1L << 32, 1L << 63, -1L}) {
        Guest.expect(
            guest.wasi.fdReaddir(guest.memory, 3, Guest.BUFFER, 4096, cookie, Guest.RESULT));
        assertThat(guest.result()).as("cookie %x", cookie).isZero();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void rightsThatDoNotExistCannotBeHeld(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      Guest guest = host.guest;
      int fd = guest.open("file", Guest.CREATE);
      for (long rights : new long[] {1L << 63, 1L << 30, -1L}) {
        assertThat(guest.wasi.fdFdstatSetRights(guest.memory, fd, rights, 0))
            .isEqualTo(Errno.NOTCAPABLE.code());
      }
      Guest.expect(guest.tryOpen("file", 0, Rights.FD_READ | 1L << 63));
      Guest.expect(guest.wasi.fdFdstatGet(guest.memory, guest.result(), Guest.BUFFER));
      assertThat(guest.memory.readI64(Guest.BUFFER + 8)).isEqualTo(Rights.FD_READ);
    }
  }

  private static void clockSubscription(
      Guest guest, int address, long userData, int clock, long timeout, int flags) {
    guest.memory.fill(address, 0, 48);
    guest.memory.writeI64(address, userData);
    guest.memory.writeI32(address + 16, clock);
    guest.memory.writeI64(address + 24, timeout);
    guest.memory.writeI64(address + 32, -1L); // a precision, of which nothing is asked
    guest.memory.writeI32(address + 40, flags);
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MAX_VALUE, Long.MIN_VALUE, -1L, -1_000_000_000L})
  void longTimeoutsDoNotEnd(long timeout) throws IOException {
    try (Guest guest = new Guest(Wasi.builder())) {
      for (int clock = 0; clock < 2; clock++) {
        for (int flags = 0; flags < 2; flags++) {
          clockSubscription(guest, 2048, -2L, clock, timeout, flags);
          clockSubscription(guest, 2048 + 48, -3L, 1, 1_000_000, 0);
          Guest.expect(guest.wasi.pollOneoff(guest.memory, 2048, 4096, 2, Guest.RESULT));
          assertThat(guest.result()).isEqualTo(1);
          assertThat(guest.memory.readI64(4096)).isEqualTo(-3L);
        }
      }
    }
  }

  @Test
  void wallClockGoesOnAfter2262() throws IOException {
    Clock late = Clock.fixed(Instant.ofEpochSecond(9_300_000_000L), ZoneOffset.UTC);
    try (Guest guest = new Guest(Wasi.builder().clock(late))) {
      Guest.expect(guest.wasi.clockTimeGet(guest.memory, 0, -1L, Guest.RESULT));
      assertThat(guest.longResult()).isEqualTo(BEYOND_JAVA);
      clockSubscription(guest, 2048, 1, 0, BEYOND_JAVA, 1);
      Guest.expect(guest.wasi.pollOneoff(guest.memory, 2048, 4096, 1, Guest.RESULT));
      assertThat(guest.result()).as("it is that time already").isEqualTo(1);
      clockSubscription(guest, 2048, 1, 0, 1_000_000, 0);
      Guest.expect(guest.wasi.pollOneoff(guest.memory, 2048, 4096, 1, Guest.RESULT));
      assertThat(guest.result()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1969-12-31T23:59:59Z", "2554-07-21T23:34:34Z"})
  void wallClockThatCannotBeCountedIsAnError(String time) throws IOException {
    Clock clock = Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
    try (Guest guest = new Guest(Wasi.builder().clock(clock))) {
      assertThat(guest.wasi.clockTimeGet(guest.memory, 0, 0, Guest.RESULT))
          .isEqualTo(Errno.OVERFLOW.code());
    }
  }
}
