package org.wasm2java.wasi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wasm2java.wasi.HostFolder.Kind;
import org.wasm2java.wasi.descriptor.Rights;
import org.wasm2java.wasi.error.Errno;
import org.wasm2java.wasi.file.FileType;

/** Directories, links, renaming, status and times: what the guest does by path. */
class PathsTest {
  @ParameterizedTest
  @EnumSource
  void directoriesAreCreatedListedAndRemoved(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      Guest guest = host.guest;
      assertThat(guest.createDirectory("dir")).isZero();
      assertThat(guest.createDirectory("dir")).isEqualTo(Errno.EXIST.code());
      assertThat(guest.createDirectory("dir/sub/")).isZero();
      assertThat(guest.createDirectory("none/sub")).isEqualTo(Errno.NOENT.code());
      assertThat(Files.isDirectory(host.root.resolve("dir/sub"))).isTrue();
      assertThat(guest.removeDirectory("dir")).isEqualTo(Errno.NOTEMPTY.code());
      assertThat(guest.removeDirectory("dir/sub/")).isZero();
      assertThat(guest.removeDirectory("dir")).isZero();
      assertThat(guest.removeDirectory("dir")).isEqualTo(Errno.NOENT.code());
      assertThat(guest.list(3, 4096)).containsExactly(".", "..");
    }
  }

  @ParameterizedTest
  @EnumSource
  void listingGoesOnAtACookieWhateverTheBufferSize(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      List<String> expected = new ArrayList<>(List.of(".", ".."));
      for (int i = 0; i < 50; i++) {
        host.write("file-" + i, "");
        expected.add("file-" + i);
      }
      for (int size : new int[] {32, 33, 100, 255, 16384}) {
        int fd = host.guest.openDirectory(".");
        assertThat(host.guest.list(fd, size)).containsExactlyInAnyOrderElementsOf(expected);
        host.guest.wasi.fdClose(host.guest.memory, fd);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void listingStaysWhileFilesAreRemoved(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      Guest guest = host.guest;
      for (int i = 0; i < 20; i++) {
        host.write("file-" + i, "");
      }
      List<String> removed = new ArrayList<>();
      long cookie = 2;
      guest.list(3, 4096);
      while (true) {
        Guest.expect(guest.wasi.fdReaddir(guest.memory, 3, Guest.BUFFER, 40, cookie, Guest.RESULT));
        if (guest.result() == 0) {
          break;
        }
        cookie = guest.memory.readI64(Guest.BUFFER);
        int length = guest.memory.readI32(Guest.BUFFER + 16);
        String name = guest.memory.readString(Guest.BUFFER + 24, length);
        assertThat(guest.unlink(name)).isZero();
        removed.add(name);
      }
      assertThat(removed).hasSize(20).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @EnumSource
  void filesAreUnlinkedButDirectoriesAreNot(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      Guest guest = host.guest;
      host.write("file", "x");
      guest.createDirectory("dir");
      assertThat(guest.unlink("dir")).isEqualTo(Errno.ISDIR.code());
      assertThat(guest.unlink("file/")).isEqualTo(Errno.NOTDIR.code());
      assertThat(guest.removeDirectory("file")).isEqualTo(Errno.NOTDIR.code());
      assertThat(guest.unlink("file")).isZero();
      assertThat(guest.unlink("file")).isEqualTo(Errno.NOENT.code());
    }
  }

  @ParameterizedTest
  @EnumSource
  void renameReplacesLikeWithLike(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      Guest guest = host.guest;
      host.write("a", "A");
      host.write("b", "B");
      host.write("full/file", "x");
      guest.createDirectory("empty");
      assertThat(guest.rename("a", "b")).isZero();
      assertThat(host.read("b")).isEqualTo("A");
      assertThat(guest.rename("b", "empty")).isEqualTo(Errno.ISDIR.code());
      assertThat(guest.rename("empty", "b")).isEqualTo(Errno.NOTDIR.code());
      assertThat(guest.rename("empty", "full")).isEqualTo(Errno.NOTEMPTY.code());
      assertThat(guest.rename("full", "empty")).isZero();
      assertThat(host.read("empty/file")).isEqualTo("x");
      assertThat(guest.rename("none", "b")).isEqualTo(Errno.NOENT.code());
      assertThat(guest.rename("empty", "empty/inside")).isEqualTo(Errno.INVAL.code());
    }
  }

  @ParameterizedTest
  @EnumSource
  void symbolicLinksAreFollowedInsideOnly(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      Guest guest = host.guest;
      host.write("dir/file", "text");
      assertThat(guest.symlink("dir", "link")).isZero();
      assertThat(guest.symlink("../dir/file", "dir/up")).isZero();
      assertThat(guest.read(guest.openToRead("link/up"), 9)).isEqualTo("text");
      assertThat(guest.readlink("dir/up")).isEqualTo("../dir/file");
      assertThat(guest.tryReadlink("dir/file")).isEqualTo(Errno.INVAL.code());
      assertThat(guest.tryReadlink("dir/none")).isEqualTo(Errno.NOENT.code());
      assertThat(guest.stat("link", false)).isZero();
      assertThat(guest.fileType()).isEqualTo(FileType.SYMBOLIC_LINK);
      assertThat(guest.stat("link", true)).isZero();
      assertThat(guest.fileType()).isEqualTo(FileType.DIRECTORY);
      assertThat(guest.unlink("link")).isZero();
      assertThat(host.read("dir/file")).isEqualTo("text");
    }
  }

  @ParameterizedTest
  @EnumSource
  void linkLoopsAndDanglingLinksAreErrors(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      Guest guest = host.guest;
      guest.symlink("b", "a");
      guest.symlink("a", "b");
      guest.symlink("none", "dangling");
      assertThat(guest.stat("a", true)).isEqualTo(Errno.LOOP.code());
      assertThat(guest.tryOpen("a/x", 0, Rights.FILE)).isEqualTo(Errno.LOOP.code());
      assertThat(guest.stat("dangling", true)).isEqualTo(Errno.NOENT.code());
      assertThat(guest.stat("dangling", false)).isZero();
      assertThat(guest.tryOpen("dangling", Guest.CREATE | Guest.EXCLUSIVE, Rights.FILE))
          .isEqualTo(Errno.EXIST.code());
      guest.write(guest.open("dangling", Guest.CREATE), "made");
      assertThat(host.read("none")).isEqualTo("made");
    }
  }

  @ParameterizedTest
  @EnumSource
  void linkThatIsNotFollowedCannotBeOpened(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      Guest guest = host.guest;
      host.write("file", "x");
      guest.symlink("file", "link");
      int length = guest.put(Guest.OLD_PATH, "link");
      int errno =
          guest.wasi.pathOpen(
              guest.memory, 3, 0, Guest.OLD_PATH, length, 0, Rights.FD_READ, 0, 0, Guest.RESULT);
      assertThat(errno).isEqualTo(Errno.LOOP.code());
    }
  }

  @ParameterizedTest
  @EnumSource
  void hardLinksShareTheFile(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      Guest guest = host.guest;
      host.write("dir/file", "x");
      assertThat(guest.link("dir/file", "dir/other")).isZero();
      assertThat(guest.link("dir/file", "dir/other")).isEqualTo(Errno.EXIST.code());
      assertThat(guest.link("dir", "dir2")).isEqualTo(Errno.PERM.code());
      assertThat(guest.link("dir/none", "x")).isEqualTo(Errno.NOENT.code());
      guest.write(guest.open("dir/other", 0), "Y");
      assertThat(host.read("dir/file")).isEqualTo("Y");
      assertThat(guest.stat("dir/file", false)).isZero();
      long inode = guest.inode();
      assertThat(guest.stat("dir/other", false)).isZero();
      assertThat(guest.inode()).isEqualTo(inode);
      assertThat(guest.list(3, 4096)).as("nothing staged is left").hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void timesAreSetAndReadBack(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      Guest guest = host.guest;
      host.write("dir/file", "x");
      guest.symlink("file", "dir/link");
      for (String name : new String[] {"dir/file", "dir"}) {
        assertThat(guest.setTimes(name, 1_000_000_000L, 3_000_123_000L, 5)).isZero();
        assertThat(guest.stat(name, false)).isZero();
        assertThat(guest.memory.readI64(Guest.RESULT + 40)).isEqualTo(1_000_000_000L);
        assertThat(guest.modificationTime()).isEqualTo(3_000_123_000L);
      }
      assertThat(guest.setTimes("dir/file", 0, 0, 8)).isZero();
      assertThat(guest.stat("dir/file", false)).isZero();
      assertThat(guest.modificationTime()).isGreaterThan(1_500_000_000_000_000_000L);
      assertThat(guest.setTimes("dir/file", 0, 0, 3)).isEqualTo(Errno.INVAL.code());
      assertThat(guest.setTimes("dir/file", 0, 0, 16)).isEqualTo(Errno.INVAL.code());
      assertThat(guest.setTimes("none", 0, 0, 1)).isEqualTo(Errno.NOENT.code());
    }
  }

  @ParameterizedTest
  @EnumSource(names = "SECURE")
  void nanosecondsAndTimesOfLinksAreKept(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      Guest guest = host.guest;
      host.write("dir/file", "x");
      guest.symlink("file", "dir/link");
      for (String name : new String[] {"dir/file", "dir/link"}) {
        assertThat(guest.setTimes(name, 0, 3_000_123_456L, 4)).isZero();
        assertThat(guest.stat(name, false)).isZero();
        assertThat(guest.modificationTime()).as(name).isEqualTo(3_000_123_456L);
        assertThat(guest.links()).as("links of %s", name).isEqualTo(1);
      }
      assertThat(Files.isSymbolicLink(host.root.resolve("dir/link"))).isTrue();
      assertThat(guest.list(3, 4096)).as("nothing staged is left").hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SECURE", "CHECKED"})
  void statusShowsInodesAndLinkCounts(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      Guest guest = host.guest;
      Path file = host.write("dir/file", "12345");
      Files.createLink(host.root.resolve("second"), file);
      assertThat(guest.stat("dir/file", false)).isZero();
      assertThat(guest.size()).isEqualTo(5);
      assertThat(guest.links()).isEqualTo(2);
      assertThat(guest.inode()).isEqualTo((long) Files.getAttribute(file, "unix:ino"));
      int fd = guest.openToRead("second");
      long inode = guest.inode();
      assertThat(guest.wasi.fdFilestatGet(guest.memory, fd, Guest.RESULT)).isZero();
      assertThat(guest.inode()).isEqualTo(inode);
    }
  }

  @ParameterizedTest
  @EnumSource
  void oddNamesAreNamesOrErrorsButNothingElse(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      Guest guest = host.guest;
      for (String name : new String[] {" ", "a\\b", "C:x", "...", "-", "a\nb", "~", "%2e%2e"}) {
        guest.write(guest.open(name, Guest.CREATE), "x");
        assertThat(Files.exists(host.root.resolve(name), LinkOption.NOFOLLOW_LINKS)).isTrue();
        assertThat(guest.unlink(name)).isZero();
      }
      assertThat(guest.tryOpen("", 0, Rights.FILE)).isEqualTo(Errno.NOENT.code());
      assertThat(guest.tryOpen("a\0b", Guest.CREATE, Rights.FILE)).isEqualTo(Errno.INVAL.code());
      assertThat(guest.tryOpen("x/".repeat(3000), 0, Rights.FILE))
          .isEqualTo(Errno.NAMETOOLONG.code());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SECURE", "CHECKED"})
  void nameThatIsTooLongForTheHostIsAnError(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      assertThat(host.guest.tryOpen("x".repeat(300), Guest.CREATE, Rights.FILE))
          .isEqualTo(Errno.NAMETOOLONG.code());
    }
  }

  @ParameterizedTest
  @EnumSource
  void preopensShowTheirNames(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind);
        Guest guest =
            HostFolder.guest(
                Wasi.builder().preopen("/data", host.root).readOnly("/more", host.root))) {
      assertThat(guest.wasi.fdPrestatGet(guest.memory, 3, Guest.RESULT)).isZero();
      assertThat(guest.memory.readI64(Guest.RESULT)).isEqualTo(5L << 32);
      assertThat(guest.wasi.fdPrestatDirName(guest.memory, 4, Guest.BUFFER, 5)).isZero();
      assertThat(guest.memory.readString(Guest.BUFFER, 5)).isEqualTo("/more");
      assertThat(guest.wasi.fdPrestatDirName(guest.memory, 4, Guest.BUFFER, 4))
          .isEqualTo(Errno.NAMETOOLONG.code());
      assertThat(guest.wasi.fdPrestatGet(guest.memory, 5, Guest.RESULT))
          .isEqualTo(Errno.BADF.code());
      assertThat(guest.wasi.fdPrestatGet(guest.memory, 1, Guest.RESULT))
          .isEqualTo(Errno.BADF.code());
    }
  }

  @ParameterizedTest
  @EnumSource
  void slashAtTheEndAsksForADirectory(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      Guest guest = host.guest;
      host.write("file", "text");
      int expected = Errno.NOTDIR.code();
      assertThat(guest.stat("file/", true)).isEqualTo(expected);
      assertThat(guest.setTimes("file/", 1, 1, 5)).isEqualTo(expected);
      assertThat(guest.tryOpen("file/", 0, Rights.FD_READ)).isEqualTo(expected);
      assertThat(guest.unlink("file/")).isEqualTo(expected);
      assertThat(guest.link("file/", "other")).isEqualTo(expected);
      assertThat(guest.rename("file/", "other")).isEqualTo(expected);
      assertThat(guest.createDirectory("directory/")).isZero();
      assertThat(guest.stat("directory/", false)).isZero();
      assertThat(guest.removeDirectory("directory/")).isZero();
    }
  }
}
