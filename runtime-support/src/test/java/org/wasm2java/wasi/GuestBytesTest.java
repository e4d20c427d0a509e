package org.wasm2java.wasi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wasm2java.wasi.HostFolder.Kind;
import org.wasm2java.wasi.descriptor.Rights;
import org.wasm2java.wasi.error.Errno;
import org.wasm2java.wasi.file.FileType;
import org.wasm2java.wasi.text.EscapedUtf8;
import org.wasm2java.wasi.text.HostText;

/** Names, paths and the text of links are the guest's bytes, or a call fails: never other bytes. */
class GuestBytesTest {
  /** Text that Java's paths keep, and text that they change. */
  private static final List<String> LINKS =
      List.of(
          "file/", "a//b", "dir//file", "./dir", ".//dir/", "dir/.", "dir/./", "../", "a b//", "x");

  private static final String BYTES = "bad\udcff\udcc3 \u00fc";

  @ParameterizedTest
  @EnumSource
  void linkSaysWhatItWasGivenOrIsRefused(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      Guest guest = host.guest;
      guest.createDirectory("sub");
      for (String text : LINKS) {
        for (String name : new String[] {"link", "sub/link"}) {
          int errno = guest.symlink(text, name);
          if (errno == 0) {
            assertThat(guest.readlink(name)).isEqualTo(text);
            assertThat(guest.unlink(name)).isZero();
          } else {
            assertThat(errno).isEqualTo(Errno.NOTSUP.code());
            assertThat(guest.stat(name, false)).isEqualTo(Errno.NOENT.code());
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SECURE", "CHECKED"})
  void linkKeepsItsSlashes(Kind kind) throws IOException {
    assumeTrue(HostText.hasRawPaths());
    try (HostFolder host = new HostFolder(kind)) {
      Guest guest = host.guest;
      host.write("file", "text");
      host.write("dir/file", "text");
      String[] texts = {
        "file/", "dir//file", "dir/", ".//dir//./", BYTES + "/", "\u00fc//" + BYTES
      };
      for (String text : texts) {
        assertThat(guest.symlink(text, "link")).as(text).isZero();
        assertThat(guest.readlink("link")).isEqualTo(text);
        assertThat(guest.unlink("link")).isZero();
      }
      assertThat(guest.symlink("dir///file", "link")).isEqualTo(Errno.NOTSUP.code());
      assertThat(guest.symlink("dir//", "link")).isEqualTo(Errno.NOTSUP.code());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SECURE", "CHECKED"})
  void linkWithASlashLeadsToDirectoriesOnly(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      Guest guest = host.guest;
      host.write("file", "text");
      host.write("dir/file", "text");
      int notDirectory = Errno.NOTDIR.code();
      assertThat(guest.symlink("file/", "to-file")).isZero();
      assertThat(guest.symlink("dir/", "to-dir")).isZero();
      assertThat(guest.tryOpen("to-file", 0, Rights.FD_READ)).isEqualTo(notDirectory);
      assertThat(guest.stat("to-file", true)).isEqualTo(notDirectory);
      assertThat(guest.stat("to-file", false)).isZero();
      assertThat(guest.read(guest.openToRead("to-dir/file"), 9)).isEqualTo("text");
      assertThat(guest.removeDirectory("to-dir/")).isEqualTo(notDirectory);
      assertThat(guest.unlink("to-dir/")).isEqualTo(notDirectory);
      assertThat(guest.rename("to-dir/", "other")).isEqualTo(notDirectory);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SECURE", "CHECKED"})
  void nameOfAnyBytesIsThatName(Kind kind) throws IOException {
    assumeTrue(HostText.hasRawPaths());
    try (HostFolder host = new HostFolder(kind)) {
      Guest guest = host.guest;
      Files.createDirectory(host.root.resolve(HostText.path(BYTES)));
      String file = BYTES + "/" + BYTES;
      guest.write(guest.open(file, Guest.CREATE), "text");
      int fd = guest.openDirectory(BYTES);
      assertThat(guest.list(3, 4096)).containsExactly(".", "..", BYTES);
      assertThat(guest.list(fd, 4096)).containsExactly(".", "..", BYTES);
      assertThat(Files.size(host.root.resolve(HostText.path(file)))).isEqualTo(4);
      assertThat(guest.link(file, "\udcfe")).isZero();
      assertThat(guest.symlink(file, "\udcfd")).isZero();
      assertThat(guest.readlink("\udcfd")).isEqualTo(file);
      assertThat(guest.read(guest.openToRead("\udcfd"), 9)).isEqualTo("text");
      assertThat(guest.rename(BYTES, "\udcfc")).isZero();
      assertThat(guest.setTimes("\udcfc/" + BYTES, 1, 2_000_000_001L, 5)).isZero();
      assertThat(guest.stat("\udcfe", false)).isZero();
      assertThat(guest.modificationTime()).isEqualTo(2_000_000_001L);
      assertThat(guest.wasi.fdFilestatGet(guest.memory, fd, Guest.RESULT)).isZero();
      assertThat(guest.createDirectory("\udcfc/\udcc0\udcae")).as("no dot").isZero();
      assertThat(guest.removeDirectory("\udcfc/\udcc0\udcae")).isZero();
      assertThat(guest.unlink("\udcfc/" + BYTES)).isZero();
      assertThat(guest.list(3, 4096))
          .containsExactlyInAnyOrder(".", "..", "\udcfc", "\udcfd", "\udcfe");
    }
  }

  @ParameterizedTest
  @EnumSource(names = "MEMORY")
  void bytesThatAreNoTextAreRefusedWhereNamesAreText(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      Guest guest = host.guest;
      int illegal = Errno.ILSEQ.code();
      assertThat(guest.createDirectory(BYTES)).isEqualTo(illegal);
      assertThat(guest.tryOpen(BYTES, Guest.CREATE, Rights.FILE)).isEqualTo(illegal);
      assertThat(guest.symlink(BYTES, "link")).isEqualTo(illegal);
      assertThat(guest.createDirectory("\u00fc\ud83d\ude00")).isZero();
      assertThat(guest.list(3, 4096)).containsExactly(".", "..", "\u00fc\ud83d\ude00");
    }
  }

  /** Each function that takes a path, with one that it may not take. */
  private static List<ToIntFunction<String>> calls(Guest guest) {
    List<ToIntFunction<String>> calls = new ArrayList<>();
    calls.add(path -> guest.tryOpen(path, 0, Rights.FD_READ));
    calls.add(path -> guest.tryOpen(path, Guest.CREATE, Rights.FILE));
    calls.add(path -> guest.stat(path, true));
    calls.add(path -> guest.stat(path, false));
    calls.add(path -> guest.setTimes(path, 1, 1, 5));
    calls.add(guest::tryReadlink);
    calls.add(guest::createDirectory);
    calls.add(guest::removeDirectory);
    calls.add(guest::unlink);
    calls.add(path -> guest.symlink("file", path));
    calls.add(path -> guest.link("file", path));
    calls.add(path -> guest.link(path, "other"));
    calls.add(path -> guest.rename("file", path));
    calls.add(path -> guest.rename(path, "other"));
    return calls;
  }

  @ParameterizedTest
  @EnumSource
  void eachFunctionRefusesWhatIsNoPath(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      host.write("file", "text");
      host.write("dir/file", "text");
      for (ToIntFunction<String> call : calls(host.guest)) {
        assertThat(call.applyAsInt("")).isEqualTo(Errno.NOENT.code());
        assertThat(call.applyAsInt("\0")).isEqualTo(Errno.INVAL.code());
        assertThat(call.applyAsInt("file\0")).isEqualTo(Errno.INVAL.code());
        assertThat(call.applyAsInt("dir\0/file")).isEqualTo(Errno.INVAL.code());
        assertThat(call.applyAsInt("/file")).isEqualTo(Errno.PERM.code());
        assertThat(call.applyAsInt("..")).isEqualTo(Errno.PERM.code());
        assertThat(call.applyAsInt("dir/../../file")).isEqualTo(Errno.PERM.code());
        assertThat(call.applyAsInt("file/.")).isEqualTo(Errno.NOTDIR.code());
        assertThat(call.applyAsInt("file/x")).isEqualTo(Errno.NOTDIR.code());
        assertThat(call.applyAsInt("none/x")).isEqualTo(Errno.NOENT.code());
        assertThat(call.applyAsInt("x/".repeat(2048))).isEqualTo(Errno.NAMETOOLONG.code());
      }
      assertThat(host.read("file")).isEqualTo("text");
      assertThat(host.guest.list(3, 4096)).containsExactlyInAnyOrder(".", "..", "file", "dir");
    }
  }

  @ParameterizedTest
  @EnumSource
  void pathsNameWhatTheyNameOnLinux(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      Guest guest = host.guest;
      host.write("dir/file", "text");
      for (String path :
          new String[] {"dir//file", "./dir/./file", "dir/../dir/file", ".//dir/file"}) {
        assertThat(guest.read(guest.openToRead(path), 9)).isEqualTo("text");
      }
      for (String path : new String[] {"dir/", "dir//", "dir/.", ".", "./", "dir/.."}) {
        assertThat(guest.stat(path, false)).as(path).isZero();
        assertThat(guest.fileType()).isEqualTo(FileType.DIRECTORY);
      }
      assertThat(guest.stat("none/", false)).isEqualTo(Errno.NOENT.code());
      assertThat(guest.tryOpen("none/", Guest.CREATE, Rights.FILE)).isEqualTo(Errno.ISDIR.code());
      assertThat(guest.symlink("dir", "link/")).isEqualTo(Errno.NOENT.code());
      assertThat(guest.createDirectory("new//")).isZero();
      assertThat(guest.removeDirectory("new/.")).isEqualTo(Errno.INVAL.code());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SECURE", "CHECKED"})
  void longestPathIsThatOfLinux(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      Guest guest = host.guest;
      host.write("dir/file", "text");
      assertThat(guest.stat("./".repeat(2043) + "dir/file/".substring(0, 8), true)).isZero();
      assertThat(guest.stat("./".repeat(2043) + "dir//file", true)).isZero();
      assertThat(guest.stat("./".repeat(2044) + "dir/file", true))
          .isEqualTo(Errno.NAMETOOLONG.code());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SECURE", "CHECKED"})
  void argumentsVariablesAndNamesOfDirectoriesAreBytes(Kind kind) throws IOException {
    try (HostFolder host = new HostFolder(kind);
        Guest guest = HostFolder.guest(Wasi.builder().args(BYTES).preopen(BYTES, host.root))) {
      Guest.expect(guest.wasi.argsGet(guest.memory, Guest.VECTORS, Guest.BUFFER));
      int length = EscapedUtf8.encode(BYTES).length;
      assertThat(guest.text(guest.memory.readI32(Guest.VECTORS), length)).isEqualTo(BYTES);
      Guest.expect(guest.wasi.fdPrestatDirName(guest.memory, 3, Guest.BUFFER, length));
      assertThat(guest.text(Guest.BUFFER, length)).isEqualTo(BYTES);
    }
  }

  @ParameterizedTest
  @EnumSource(names = "SECURE")
  void hostPathOfAnyTextHasThatText(Kind kind) {
    assumeTrue(HostText.hasRawPaths());
    for (String text : new String[] {"a", "a/\u00fc", "/\udcff/b", BYTES, "", "/", "/tmp/\u00fc"}) {
      Path path = HostText.path(text);
      assertThat(HostText.text(path)).isEqualTo(text);
      assertThat(path.isAbsolute()).isEqualTo(text.startsWith("/"));
    }
    assertThat(HostText.text(HostText.path(BYTES + "//x//"))).isEqualTo(BYTES + "/x");
  }
}
