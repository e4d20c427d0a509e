package org.wasm2java.wasi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wasm2java.wasi.HostFolder.Kind;
import org.wasm2java.wasi.descriptor.Rights;
import org.wasm2java.wasi.error.Errno;

/** Attempts to get out with the help of somebody who replaces directories by links meanwhile. */
@Timeout(60)
class EscapeRaceTest {
  private static final int ROUNDS = 4000;

  /** Lets {@code sandbox/a} be a directory and a link to the outside in turn. */
  private static final class Swapper extends Thread {
    private final Path directory;
    private final Path aside;
    private final Path link;
    private volatile boolean stop;
    private volatile IOException failure;

    Swapper(HostFolder host) {
      directory = host.root.resolve("a");
      aside = host.root.resolve("aside");
      link = host.root.resolve("link");
    }

    @Override
    public void run() {
      try {
        while (!stop) {
          Files.move(directory, aside);
          Files.move(link, directory);
          Thread.onSpinWait();
          Files.move(directory, link);
          Files.move(aside, directory);
        }
      } catch (IOException e) {
        failure = e;
      }
    }

    void end() throws InterruptedException, IOException {
      stop = true;
      join();
      if (failure != null) {
        throw failure;
      }
    }
  }

  @Test
  void nothingHappensOutsideWhileDirectoriesAreSwapped() throws Exception {
    try (HostFolder host = new HostFolder(Kind.SECURE)) {
      Path victim = Files.createDirectory(host.outside.resolve("victim"));
      Files.writeString(victim.resolve("old"), "secret");
      Files.createDirectory(victim.resolve("empty"));
      Files.createDirectory(host.root.resolve("a"));
      Files.createSymbolicLink(host.root.resolve("link"), Path.of("../victim"));
      host.write("file", "text");
      Map<String, String> before = contents(victim);
      Swapper swapper = new Swapper(host);
      swapper.start();
      int done = 0;
      try {
        for (int round = 0; round < ROUNDS; round++) {
          done += attack(host.guest, round);
        }
      } finally {
        swapper.end();
      }
      assertThat(done).as("operations that succeeded inside").isPositive();
      assertThat(contents(victim)).isEqualTo(before);
    }
  }

  private static int attack(Guest guest, int round) {
    int done = 0;
    String name = "a/new" + round;
    done += guest.createDirectory(name) == 0 ? 1 : 0;
    guest.removeDirectory(name);
    guest.removeDirectory("a/empty");
    guest.unlink("a/old");
    guest.symlink("x", "a/sym");
    guest.unlink("a/sym");
    guest.link("file", "a/hard");
    guest.unlink("a/hard");
    guest.rename("a/old", "stolen");
    guest.setTimes("a/old", 1000, 1001, 5);
    guest.setTimes("a/empty", 1000, 1000, 5);
    if (guest.link("a/old", "stolen") == 0) {
      throw new AssertionError("linked a file from outside");
    }
    for (int flags : new int[] {0, Guest.TRUNCATE}) {
      if (guest.tryOpen("a/old", flags, Rights.FILE) == 0) {
        throw new AssertionError("opened a file outside");
      }
    }
    if (guest.tryOpen("a/file", Guest.CREATE, Rights.FILE) == 0) {
      done++;
      int fd = guest.result();
      guest.write(fd, "x");
      guest.wasi.fdClose(guest.memory, fd);
    }
    return done;
  }

  private static Map<String, String> contents(Path victim) throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> tree = Files.walk(victim)) {
      for (Path path : (Iterable<Path>) tree::iterator) {
        String content = Files.isRegularFile(path) ? Files.readString(path) : "directory";
        found.put(path.toString(), Files.getLastModifiedTime(path) + " " + content);
      }
    }
    return found;
  }

  @Test
  void openDirectoryStaysWhereItIsWhenItsNameBecomesALink() throws Exception {
    try (HostFolder host = new HostFolder(Kind.SECURE)) {
      Path victim = Files.createDirectory(host.outside.resolve("victim"));
      Files.writeString(victim.resolve("old"), "secret");
      Files.createDirectories(host.root.resolve("a/sub"));
      Guest guest = host.guest;
      int fd = guest.openDirectory("a");
      Files.move(host.root.resolve("a"), host.root.resolve("moved"));
      Files.createSymbolicLink(host.root.resolve("a"), victim);
      Map<String, String> before = contents(victim);
      assertThat(guest.tryOpen(fd, "old", 0, Rights.FD_READ, 0)).isEqualTo(Errno.NOENT.code());
      Guest.expect(guest.tryOpen(fd, "new", Guest.CREATE, Rights.FILE, 0));
      int length = guest.put(Guest.OLD_PATH, "made");
      Guest.expect(guest.wasi.pathCreateDirectory(guest.memory, fd, Guest.OLD_PATH, length));
      assertThat(guest.list(fd, 4096)).containsExactlyInAnyOrder(".", "..", "sub", "new", "made");
      assertThat(contents(victim)).isEqualTo(before);
      assertThat(Files.isDirectory(host.root.resolve("moved/made"))).isTrue();
    }
  }

  @Test
  void innerPreopenStaysSafeWhenTheOuterOneReplacesIt() throws Exception {
    try (HostFolder host = new HostFolder(Kind.SECURE)) {
      Path victim = Files.createDirectory(host.outside.resolve("victim"));
      Path inner = Files.createDirectory(host.root.resolve("inner"));
      try (Guest guest =
          HostFolder.guest(Wasi.builder().preopen("/", host.root).preopen("/inner", inner))) {
        Guest.expect(guest.rename("inner", "moved"));
        Files.createSymbolicLink(inner, victim);
        int length = guest.put(Guest.OLD_PATH, "made");
        Guest.expect(guest.wasi.pathCreateDirectory(guest.memory, 4, Guest.OLD_PATH, length));
        assertThat(victim).isEmptyDirectory();
        assertThat(Files.isDirectory(host.root.resolve("moved/made"))).isTrue();
      }
    }
  }
}
