package org.wasm2java.wasi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wasm2java.wasi.HostFolder.Kind;
import org.wasm2java.wasi.descriptor.Rights;
import org.wasm2java.wasi.error.Errno;

/** A directory that is granted read-only can be read, and nothing else. */
class ReadOnlyTest {
  private static final int WRITABLE = 4;

  private static Guest readOnlyGuest(HostFolder host) throws IOException {
    host.write("file", "text");
    Files.createDirectories(host.root.resolve("dir"));
    Files.setLastModifiedTime(host.root.resolve("file"), FileTime.fromMillis(1_000_000));
    Files.createDirectories(host.outside.resolve("writable"));
    return HostFolder.guest(
        Wasi.builder()
            .readOnly("/", host.root)
            .preopen("/writable", host.outside.resolve("writable")));
  }

  @ParameterizedTest
  @EnumSource(names = {"SECURE", "MEMORY"})
  void everyChangeIsRefused(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind);
        Guest guest = readOnlyGuest(host)) {
      int fd = guest.openToRead("file");
      List<Integer> errors =
          List.of(
              guest.tryOpen("file", 0, Rights.FD_WRITE),
              guest.tryOpen("file", Guest.TRUNCATE, Rights.FD_READ),
              guest.tryOpen("new", Guest.CREATE, Rights.FD_READ),
              guest.createDirectory("new"),
              guest.removeDirectory("dir"),
              guest.unlink("file"),
              guest.rename("file", "new"),
              guest.rename(Guest.ROOT, "file", WRITABLE, "new"),
              guest.link("file", "new"),
              guest.link(Guest.ROOT, "file", WRITABLE, "new"),
              guest.symlink("file", "new"),
              guest.setTimes("file", 0, 0, 5),
              guest.wasi.fdFilestatSetTimes(guest.memory, Guest.ROOT, 0, 0, 5),
              guest.tryOpen(guest.openDirectory("dir"), "new", Guest.CREATE, Rights.FD_READ, 0));
      assertThat(errors).allMatch(errno -> errno == Errno.ROFS.code() || errno == NOT_CAPABLE);
      assertThat(guest.write(fd, "x")).isEqualTo(NOT_CAPABLE);
      assertThat(guest.wasi.fdFilestatSetSize(guest.memory, fd, 0)).isEqualTo(NOT_CAPABLE);
      assertThat(guest.wasi.fdAllocate(guest.memory, fd, 0, 99)).isEqualTo(NOT_CAPABLE);
      assertThat(host.read("file")).isEqualTo("text");
      assertThat(guest.list(Guest.ROOT, 4096)).containsExactlyInAnyOrder(".", "..", "file", "dir");
      assertThat(Files.getLastModifiedTime(host.root.resolve("file")).toMillis())
          .isEqualTo(1_000_000);
      assertThat(guest.list(WRITABLE, 4096)).containsExactly(".", "..");
    }
  }

  private static final int NOT_CAPABLE = Errno.NOTCAPABLE.code();

  @ParameterizedTest
  @EnumSource(names = {"SECURE", "MEMORY"})
  void everythingCanBeRead(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind);
        Guest guest = readOnlyGuest(host)) {
      assertThat(guest.read(guest.openToRead("file"), 9)).isEqualTo("text");
      assertThat(guest.stat("file", true)).isZero();
      assertThat(guest.size()).isEqualTo(4);
      Guest.expect(guest.tryOpen(WRITABLE, "new", Guest.CREATE, Rights.FILE, 0));
      assertThat(guest.write(guest.result(), "x")).isZero();
    }
  }
}
