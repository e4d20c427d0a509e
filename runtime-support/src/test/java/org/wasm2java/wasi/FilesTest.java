package org.wasm2java.wasi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wasm2java.wasi.HostFolder.Kind;
import org.wasm2java.wasi.descriptor.Descriptor;
import org.wasm2java.wasi.descriptor.Rights;
import org.wasm2java.wasi.error.Errno;
import org.wasm2java.wasi.file.FileType;

/** Open files: reading, writing, positions, sizes, flags, rights and numbers. */
class FilesTest {
  @ParameterizedTest
  @EnumSource
  void fileCanBeWrittenAndReadBack(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      int fd = host.guest.open("file", Guest.CREATE);
      assertThat(host.guest.write(fd, "hello world")).isZero();
      assertThat(host.guest.wasi.fdSeek(host.guest.memory, fd, 6, 0, Guest.RESULT)).isZero();
      assertThat(host.guest.longResult()).isEqualTo(6);
      assertThat(host.guest.read(fd, 100)).isEqualTo("world");
      assertThat(host.guest.read(fd, 100)).isEmpty();
      assertThat(host.read("file")).isEqualTo("hello world");
    }
  }

  @ParameterizedTest
  @EnumSource
  void positionsOfPreadAndPwriteDoNotMoveTheFile(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      host.write("file", "0123456789");
      int fd = host.guest.open("file", 0);
      assertThat(host.guest.pread(fd, 3, 4)).isEqualTo("456");
      assertThat(host.guest.pwrite(fd, "xy", 12)).isZero();
      assertThat(host.guest.read(fd, 3)).isEqualTo("012");
      assertThat(host.read("file")).isEqualTo("0123456789\0\0xy");
      assertThat(host.guest.pwrite(fd, "x", -1)).isEqualTo(Errno.INVAL.code());
    }
  }

  @ParameterizedTest
  @EnumSource
  void seekKnowsAllOrigins(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      host.write("file", "0123456789");
      Guest guest = host.guest;
      int fd = guest.open("file", 0);
      assertThat(guest.wasi.fdSeek(guest.memory, fd, -3, 2, Guest.RESULT)).isZero();
      assertThat(guest.longResult()).isEqualTo(7);
      assertThat(guest.wasi.fdSeek(guest.memory, fd, 2, 1, Guest.RESULT)).isZero();
      assertThat(guest.longResult()).isEqualTo(9);
      assertThat(guest.wasi.fdTell(guest.memory, fd, Guest.RESULT)).isZero();
      assertThat(guest.longResult()).isEqualTo(9);
      assertThat(guest.wasi.fdSeek(guest.memory, fd, -10, 1, Guest.RESULT))
          .isEqualTo(Errno.INVAL.code());
      assertThat(guest.wasi.fdSeek(guest.memory, fd, Long.MAX_VALUE, 1, Guest.RESULT))
          .isEqualTo(Errno.OVERFLOW.code());
      assertThat(guest.wasi.fdSeek(guest.memory, fd, 0, 3, Guest.RESULT))
          .isEqualTo(Errno.INVAL.code());
    }
  }

  @ParameterizedTest
  @EnumSource
  void appendWritesAtTheEndUntilTheFlagIsTakenAway(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      host.write("file", "abc");
      Guest guest = host.guest;
      Guest.expect(guest.tryOpen(3, "file", 0, Rights.FILE, Descriptor.APPEND));
      int fd = guest.result();
      guest.write(fd, "de");
      assertThat(guest.wasi.fdSeek(guest.memory, fd, 0, 0, Guest.RESULT)).isZero();
      guest.write(fd, "f");
      assertThat(host.read("file")).isEqualTo("abcdef");
      assertThat(guest.wasi.fdFdstatSetFlags(guest.memory, fd, 0)).isZero();
      assertThat(guest.wasi.fdSeek(guest.memory, fd, 0, 0, Guest.RESULT)).isZero();
      guest.write(fd, "X");
      assertThat(host.read("file")).isEqualTo("Xbcdef");
    }
  }

  @ParameterizedTest
  @EnumSource
  void sizesCanBeSetAndAllocated(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      host.write("file", "0123456789");
      Guest guest = host.guest;
      int fd = guest.open("file", 0);
      guest.read(fd, 8);
      assertThat(guest.wasi.fdFilestatSetSize(guest.memory, fd, 4)).isZero();
      assertThat(host.read("file")).isEqualTo("0123");
      assertThat(guest.wasi.fdTell(guest.memory, fd, Guest.RESULT)).isZero();
      assertThat(guest.longResult()).as("the position stays").isEqualTo(8);
      assertThat(guest.wasi.fdFilestatSetSize(guest.memory, fd, 6)).isZero();
      assertThat(host.read("file")).isEqualTo("0123\0\0");
      assertThat(guest.wasi.fdAllocate(guest.memory, fd, 2, 6)).isZero();
      assertThat(host.read("file")).isEqualTo("0123\0\0\0\0");
      assertThat(guest.wasi.fdAllocate(guest.memory, fd, 0, 3)).isZero();
      assertThat(Files.size(host.root.resolve("file"))).as("never shrinks").isEqualTo(8);
      assertThat(guest.wasi.fdFilestatSetSize(guest.memory, fd, -1)).isEqualTo(Errno.INVAL.code());
      assertThat(guest.wasi.fdAllocate(guest.memory, fd, 0, 0)).isEqualTo(Errno.INVAL.code());
    }
  }

  @ParameterizedTest
  @EnumSource
  void openFlagsCreateTruncateAndExclude(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      Guest guest = host.guest;
      assertThat(guest.tryOpen("file", 0, Rights.FILE)).isEqualTo(Errno.NOENT.code());
      guest.open("file", Guest.CREATE | Guest.EXCLUSIVE);
      assertThat(guest.tryOpen("file", Guest.CREATE | Guest.EXCLUSIVE, Rights.FILE))
          .isEqualTo(Errno.EXIST.code());
      host.write("file", "text");
      guest.open("file", Guest.CREATE);
      assertThat(host.read("file")).isEqualTo("text");
      guest.open("file", Guest.TRUNCATE);
      assertThat(host.read("file")).isEmpty();
      assertThat(guest.tryOpen("file", Guest.DIRECTORY, Rights.FILE))
          .isEqualTo(Errno.NOTDIR.code());
      assertThat(guest.tryOpen("file/", 0, Rights.FILE)).isEqualTo(Errno.NOTDIR.code());
      assertThat(guest.tryOpen("file", 16, Rights.FILE)).isEqualTo(Errno.INVAL.code());
    }
  }

  @ParameterizedTest
  @EnumSource
  void directoryIsNotAFile(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      Guest guest = host.guest;
      guest.createDirectory("dir");
      assertThat(guest.tryOpen("dir", 0, Rights.FILE)).isEqualTo(Errno.ISDIR.code());
      assertThat(guest.tryOpen("dir", Guest.CREATE, Rights.FD_READ)).isEqualTo(Errno.ISDIR.code());
      int fd = guest.openDirectory("dir");
      guest.vector(Guest.BUFFER, 1);
      assertThat(guest.wasi.fdRead(guest.memory, fd, Guest.VECTORS, 1, Guest.RESULT)).isNotZero();
      assertThat(guest.write(fd, "x")).isNotZero();
      assertThat(guest.wasi.fdFilestatSetSize(guest.memory, fd, 0)).isNotZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void rightsCanOnlyBeGivenUp(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      host.write("file", "abc");
      Guest guest = host.guest;
      int fd = guest.open("file", 0);
      long fewer = Rights.FD_READ | Rights.FD_SEEK;
      assertThat(guest.wasi.fdFdstatSetRights(guest.memory, fd, fewer, 0)).isZero();
      assertThat(guest.write(fd, "x")).isEqualTo(Errno.NOTCAPABLE.code());
      assertThat(guest.wasi.fdFilestatGet(guest.memory, fd, Guest.RESULT))
          .isEqualTo(Errno.NOTCAPABLE.code());
      assertThat(guest.wasi.fdFdstatSetRights(guest.memory, fd, Rights.FILE, 0))
          .isEqualTo(Errno.NOTCAPABLE.code());
      assertThat(guest.wasi.fdFdstatGet(guest.memory, fd, Guest.RESULT)).isZero();
      assertThat(guest.memory.readI64(Guest.RESULT + 8)).isEqualTo(fewer);
      assertThat(guest.memory.bytes()[Guest.RESULT]).isEqualTo((byte) FileType.REGULAR_FILE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void rightsOfADirectoryLimitWhatIsOpenedBelow(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      host.write("file", "abc");
      Guest guest = host.guest;
      long readOnly = Rights.ALL & ~Rights.WRITING;
      Guest.expect(guest.wasi.fdFdstatSetRights(guest.memory, 3, Rights.DIRECTORY, readOnly));
      assertThat(guest.tryOpen("file", 0, Rights.FILE)).isEqualTo(Errno.NOTCAPABLE.code());
      assertThat(guest.read(guest.openToRead("file"), 9)).isEqualTo("abc");
      long noCreation = Rights.DIRECTORY & ~Rights.PATH_CREATE_FILE;
      Guest.expect(guest.wasi.fdFdstatSetRights(guest.memory, 3, noCreation, readOnly));
      assertThat(guest.tryOpen("new", Guest.CREATE, Rights.FD_READ))
          .isEqualTo(Errno.NOTCAPABLE.code());
      assertThat(host.root.resolve("new")).doesNotExist();
    }
  }

  @ParameterizedTest
  @EnumSource
  void renumberMovesADescriptor(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      host.write("a", "A");
      host.write("b", "B");
      Guest guest = host.guest;
      int a = guest.openToRead("a");
      int b = guest.openToRead("b");
      assertThat(guest.wasi.fdRenumber(guest.memory, a, b)).isZero();
      assertThat(guest.read(b, 9)).isEqualTo("A");
      assertThat(guest.wasi.fdClose(guest.memory, a)).isEqualTo(Errno.BADF.code());
      assertThat(guest.wasi.fdRenumber(guest.memory, b, 99)).isEqualTo(Errno.BADF.code());
      assertThat(guest.openToRead("a")).as("the lowest free number").isEqualTo(a);
    }
  }

  @ParameterizedTest
  @EnumSource
  void openFileOutlivesItsNameAndItsDirectory(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      Guest guest = host.guest;
      guest.createDirectory("dir");
      int fd = guest.open("dir/file", Guest.CREATE);
      guest.write(fd, "abc");
      assertThat(guest.rename("dir", "moved")).isZero();
      assertThat(guest.wasi.fdFilestatGet(guest.memory, fd, Guest.RESULT)).isZero();
      assertThat(guest.links()).isEqualTo(1);
      assertThat(guest.rename("moved/file", "elsewhere")).isZero();
      guest.write(fd, "d");
      assertThat(guest.wasi.fdFilestatGet(guest.memory, fd, Guest.RESULT)).isZero();
      assertThat(guest.size()).isEqualTo(4);
      assertThat(guest.wasi.fdFilestatSetTimes(guest.memory, fd, 0, 5_000_000_000L, 4)).isZero();
      assertThat(guest.stat("elsewhere", false)).isZero();
      assertThat(guest.modificationTime()).isEqualTo(5_000_000_000L);
      assertThat(guest.unlink("elsewhere")).isZero();
      guest.write(fd, "e");
      assertThat(guest.wasi.fdFilestatGet(guest.memory, fd, Guest.RESULT)).isZero();
      assertThat(guest.size()).isEqualTo(5);
      assertThat(guest.links()).isZero();
      assertThat(guest.pread(fd, 9, 0)).isEqualTo("abcde");
    }
  }

  @ParameterizedTest
  @EnumSource
  void syncAndAdviceAreAccepted(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      Guest guest = host.guest;
      int flags = Descriptor.SYNC | Descriptor.DSYNC;
      Guest.expect(guest.tryOpen(3, "file", Guest.CREATE, Rights.FILE, flags));
      int fd = guest.result();
      assertThat(guest.write(fd, "abc")).isZero();
      assertThat(guest.wasi.fdSync(guest.memory, fd)).isZero();
      assertThat(guest.wasi.fdDatasync(guest.memory, fd)).isZero();
      assertThat(guest.wasi.fdAdvise(guest.memory, fd, 0, 10, 5)).isZero();
      assertThat(guest.wasi.fdAdvise(guest.memory, fd, 0, 10, 6)).isEqualTo(Errno.INVAL.code());
      assertThat(guest.wasi.fdAdvise(guest.memory, 1, 0, 10, 0)).isEqualTo(Errno.SPIPE.code());
      assertThat(host.read("file")).isEqualTo("abc");
    }
  }

  @ParameterizedTest
  @EnumSource
  void descriptorsAreLimited(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind);
        Guest guest = HostFolder.guest(Wasi.builder().preopen("/", host.root).maxDescriptors(5))) {
      guest.open("a", Guest.CREATE);
      assertThat(guest.tryOpen("b", Guest.CREATE, Rights.FILE)).isEqualTo(Errno.MFILE.code());
      assertThat(Files.exists(host.root.resolve("b"), LinkOption.NOFOLLOW_LINKS)).isFalse();
      assertThat(guest.wasi.fdClose(guest.memory, 4)).isZero();
      assertThat(guest.open("b", Guest.CREATE)).isEqualTo(4);
    }
  }

  @ParameterizedTest
  @EnumSource
  void transfersBiggerThanTheHostBufferAreComplete(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      Guest guest = host.guest;
      guest.memory.grow(20);
      int length = 700_001;
      byte[] bytes = guest.memory.bytes();
      for (int i = 0; i < length; i++) {
        bytes[Guest.BUFFER + i] = (byte) (i * 31 + i / 256);
      }
      byte[] expected = guest.memory.read(Guest.BUFFER, length);
      int fd = guest.open("file", Guest.CREATE);
      guest.vector(Guest.BUFFER, length);
      Guest.expect(guest.wasi.fdWrite(guest.memory, fd, Guest.VECTORS, 1, Guest.RESULT));
      assertThat(guest.result()).isEqualTo(length);
      assertThat(Files.readAllBytes(host.root.resolve("file"))).isEqualTo(expected);
      guest.memory.fill(Guest.BUFFER, 0, length);
      Guest.expect(guest.wasi.fdPread(guest.memory, fd, Guest.VECTORS, 1, 0, Guest.RESULT));
      assertThat(guest.result()).isEqualTo(length);
      assertThat(guest.memory.read(Guest.BUFFER, length)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void rightsToSyncAndAdviseCanBeGivenUp(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      Guest guest = host.guest;
      int fd = guest.open("file", Guest.CREATE);
      Guest.expect(guest.wasi.fdFdstatSetRights(guest.memory, fd, Rights.FD_WRITE, 0));
      int refused = Errno.NOTCAPABLE.code();
      assertThat(guest.wasi.fdSync(guest.memory, fd)).isEqualTo(refused);
      assertThat(guest.wasi.fdDatasync(guest.memory, fd)).isEqualTo(refused);
      assertThat(guest.wasi.fdAdvise(guest.memory, fd, 0, 1, 0)).isEqualTo(refused);
      assertThat(guest.wasi.fdAllocate(guest.memory, fd, 0, 1)).isEqualTo(refused);
      assertThat(guest.write(fd, "abc")).isZero();
    }
  }

  /** Java closes a file that an interrupted thread uses; guests can still save their data. */
  @ParameterizedTest
  @EnumSource
  void filesWorkOnAThreadThatWasInterrupted(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      Guest guest = host.guest;
      int fd = guest.open("file", Guest.CREATE);
      Thread.currentThread().interrupt();
      try {
        assertThat(guest.write(fd, "0123456789")).isZero();
        assertThat(guest.pwrite(fd, "X", 2)).isZero();
        assertThat(guest.pread(fd, 3, 1)).isEqualTo("1X3");
        assertThat(guest.wasi.fdFilestatSetSize(guest.memory, fd, 6)).isZero();
        assertThat(guest.wasi.fdSeek(guest.memory, fd, 4, 0, Guest.RESULT)).isZero();
        assertThat(guest.read(fd, 9)).isEqualTo("45");
        assertThat(guest.wasi.fdTell(guest.memory, fd, Guest.RESULT)).isZero();
        assertThat(guest.longResult()).isEqualTo(6);
        assertThat(guest.wasi.fdSync(guest.memory, fd)).isZero();
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
      } finally {
        assertThat(Thread.interrupted()).isTrue();
      }
      assertThat(host.read("file")).isEqualTo("01X345");
    }
  }
}
