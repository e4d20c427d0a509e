package org.wasm2java.wasi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wasm2java.wasi.HostFolder.Kind;
import org.wasm2java.wasi.descriptor.Rights;
import org.wasm2java.wasi.file.Directory;

/**
 * Attempts to reach what is outside the preopened directory. Each must fail with an error, and must
 * leave everything outside exactly as it was.
 */
@Timeout(60)
class EscapeTest {
  /** An attempt to get out; returns the error. */
  interface Attempt {
    int run(Guest guest) throws IOException;
  }

  private static final Map<String, Attempt> ATTEMPTS = new LinkedHashMap<>();

  private static final String[] WAYS_OUT = {
    "..",
    "../",
    "./..",
    "dir/../..",
    "dir/sub/../../..",
    "to-outside",
    "to-outside-absolute",
    "dir/to-outside",
    "to-dir-to-outside",
    "chain",
    "dir/../to-outside/.",
    "to-outside//",
  };

  static {
    for (String way : WAYS_OUT) {
      waysOut(way);
    }
    wholePaths();
    links();
    descriptors();
    encodings();
  }

  /** The same with each way to the outside directory. */
  private static void waysOut(String way) {
    String secret = way + "/victim/secret";
    attempt("read " + secret, guest -> guest.tryOpen(secret, 0, Rights.FD_READ));
    attempt("write " + secret, guest -> guest.tryOpen(secret, 0, Rights.FD_WRITE));
    attempt("truncate " + secret, guest -> guest.tryOpen(secret, Guest.TRUNCATE, Rights.FD_WRITE));
    attempt("create in " + way, guest -> guest.tryOpen(way + "/new", Guest.CREATE, Rights.FILE));
    attempt("mkdir in " + way, guest -> guest.createDirectory(way + "/new"));
    attempt("rmdir in " + way, guest -> guest.removeDirectory(way + "/victim/empty"));
    attempt("unlink " + secret, guest -> guest.unlink(secret));
    attempt("rename from " + way, guest -> guest.rename(secret, "stolen"));
    attempt("rename to " + way, guest -> guest.rename("file", way + "/new"));
    attempt("rename onto " + secret, guest -> guest.rename("file", secret));
    attempt("link from " + way, guest -> guest.link(secret, "stolen"));
    attempt("link to " + way, guest -> guest.link("file", way + "/new"));
    attempt("symlink in " + way, guest -> guest.symlink("file", way + "/new"));
    attempt("readlink in " + way, guest -> guest.tryReadlink(way + "/victim/link"));
    attempt("stat " + secret, guest -> guest.stat(secret, false));
    attempt("set times of " + secret, guest -> guest.setTimes(secret, 1000, 1000, 5));
    attempt(
        "list " + way, guest -> guest.tryOpen(way + "/victim", Guest.DIRECTORY, Rights.DIRECTORY));
  }

  private static void wholePaths() {
    attempt("open ..", guest -> guest.tryOpen("..", Guest.DIRECTORY, Rights.DIRECTORY));
    attempt("stat ..", guest -> guest.stat("..", true));
    attempt("set times of ..", guest -> guest.setTimes("..", 1000, 1000, 5));
    attempt("remove the root", guest -> guest.removeDirectory("."));
    attempt("rename the root", guest -> guest.rename(".", "dir/root"));
    attempt("absolute path", guest -> guest.tryOpen("/etc/passwd", 0, Rights.FD_READ));
    attempt("double slash", guest -> guest.tryOpen("//victim/secret", 0, Rights.FD_READ));
    attempt("root as path", guest -> guest.tryOpen("/", Guest.DIRECTORY, Rights.FD_READDIR));
    attempt("missing name first", guest -> guest.tryOpen("no/../../x", 0, Rights.FD_READ));
    attempt("file as directory", guest -> guest.tryOpen("file/../../x", 0, Rights.FD_READ));
    attempt(
        "reserved name",
        guest -> guest.tryOpen(Directory.RESERVED_PREFIX + "1", Guest.CREATE, Rights.FILE));
  }

  private static void links() {
    attempt("link to secret", guest -> guest.tryOpen("to-secret", 0, Rights.FD_READ));
    attempt("truncate link", guest -> guest.tryOpen("to-secret", Guest.TRUNCATE, Rights.FILE));
    attempt("stat link", guest -> guest.stat("to-secret", true));
    attempt("set times through link", EscapeTest::setTimesThroughLink);
    attempt("create through link", guest -> guest.tryOpen("to-new", Guest.CREATE, Rights.FILE));
    attempt("mkdir through link", guest -> guest.createDirectory("to-new"));
    attempt("rmdir through link", guest -> guest.removeDirectory("to-outside/"));
    attempt("absolute link", guest -> guest.symlink("/etc/passwd", "l"));
    attempt(
        "own link up",
        guest -> {
          Guest.expect(guest.symlink("../victim/secret", "l"));
          return guest.tryOpen("l", 0, Rights.FD_READ);
        });
    attempt(
        "own link that is moved up",
        guest -> {
          Guest.expect(guest.symlink("../../file", "dir/sub/l"));
          Guest.expect(guest.rename("dir/sub/l", "l"));
          return guest.tryOpen("l", 0, Rights.FD_READ);
        });
    attempt(
        "hard link to a link",
        guest -> {
          int errno = guest.link("to-secret", "l");
          return errno != 0 ? errno : guest.tryOpen("l", 0, Rights.FD_READ);
        });
  }

  private static int setTimesThroughLink(Guest guest) {
    int length = guest.put(Guest.OLD_PATH, "to-secret");
    return guest.wasi.pathFilestatSetTimes(
        guest.memory, Guest.ROOT, 1, Guest.OLD_PATH, length, 1000, 1000, 5);
  }

  private static void descriptors() {
    attempt(
        "up from a directory's descriptor",
        guest -> guest.tryOpen(guest.openDirectory("dir"), "../file", 0, Rights.FD_READ, 0));
    attempt(
        "up from a directory that was moved down",
        guest -> {
          int fd = guest.openDirectory("dir/sub");
          Guest.expect(guest.rename("dir/sub", "moved"));
          return guest.tryOpen(fd, "../../victim/secret", 0, Rights.FD_READ, 0);
        });
    attempt(
        "rename between descriptors",
        guest -> guest.rename(guest.openDirectory("dir"), "../file", Guest.ROOT, "x"));
    attempt(
        "link between descriptors",
        guest -> guest.link(Guest.ROOT, "to-outside/victim/secret", Guest.ROOT, "x"));
    attempt("descriptor of the host", guest -> guest.write(Guest.ROOT + 1, "x"));
    attempt("negative descriptor", guest -> guest.write(-1, "x"));
    attempt("file as directory", guest -> guest.tryOpen(1, "file", 0, Rights.FD_READ, 0));
  }

  private static void encodings() {
    attempt("NUL", guest -> guest.tryOpen("file\0/../../x", 0, Rights.FD_READ));
    attempt("NUL in link", guest -> guest.symlink("file\0", "l"));
    attempt("backslashes", guest -> guest.tryOpen("..\\victim\\secret", 0, Rights.FD_READ));
    attempt("drive", guest -> guest.tryOpen("C:\\victim\\secret", 0, Rights.FD_READ));
    attempt("percent", guest -> guest.tryOpen("%2e%2e/victim/secret", 0, Rights.FD_READ));
    attempt("full width dots", guest -> guest.tryOpen("．．/victim/secret", 0, Rights.FD_READ));
    attempt("home", guest -> guest.tryOpen("~/x", 0, Rights.FD_READ));
    attempt("case", guest -> guest.tryOpen("DIR/../../victim/secret", 0, Rights.FD_READ));
    attempt(
        "overlong dots",
        guest -> {
          // Bytes that are no UTF-8: a name like any other, which there is not.
          String dots = "\udcc0\udcae\udcc0\udcae";
          return guest.createDirectory(dots + "/victim/stolen");
        });
  }

  private static void attempt(String name, Attempt attempt) {
    ATTEMPTS.put(ATTEMPTS.containsKey(name) ? name + " again" : name, attempt);
  }

  static Stream<Arguments> attempts() {
    List<Arguments> all = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      ATTEMPTS.forEach((name, attempt) -> all.add(Arguments.of(kind, name, attempt)));
    }
    return all.stream();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("attempts")
  void failsAndLeavesTheHostAsItWas(Kind kind, String name, Attempt attempt) throws IOException {
    try (HostFolder host = new HostFolder(kind)) {
      prepare(host);
      Map<String, String> before = snapshot(host);
      assertThat(attempt.run(host.guest)).as(name).isNotZero();
      assertThat(snapshot(host)).isEqualTo(before);
      assertThat(host.root.resolve("stolen")).doesNotExist();
    }
  }

  /** What is to be protected, and a sandbox with links to it that somebody else has made. */
  static void prepare(HostFolder host) throws IOException {
    Path victim = Files.createDirectory(host.outside.resolve("victim"));
    Files.writeString(victim.resolve("secret"), "secret");
    Files.createDirectory(victim.resolve("empty"));
    Files.createSymbolicLink(victim.resolve("link"), victim.getFileSystem().getPath("secret"));
    for (String name : new String[] {"secret", "empty"}) {
      Files.setLastModifiedTime(victim.resolve(name), FileTime.fromMillis(1_000_000_000_000L));
    }
    host.write("file", "text");
    Files.createDirectories(host.root.resolve("dir/sub"));
    link(host, "to-outside", "..");
    link(host, "to-outside-absolute", host.outside.toString());
    link(host, "dir/to-outside", "../..");
    link(host, "to-dir-to-outside", "dir/to-outside");
    link(host, "chain", "to-dir-to-outside");
    link(host, "to-secret", "../victim/secret");
    link(host, "to-new", "../victim/new");
  }

  private static void link(HostFolder host, String name, String target) throws IOException {
    Path path = host.root.resolve(name);
    Files.createSymbolicLink(path, path.getFileSystem().getPath(target));
  }

  /** Returns all that is outside the sandbox, by name. */
  static Map<String, String> snapshot(HostFolder host) throws IOException {
    Map<String, String> found = new TreeMap<>();
    List<Path> all;
    try (Stream<Path> tree = Files.walk(host.outside)) {
      all = tree.filter(path -> !path.startsWith(host.root)).toList();
    }
    for (Path path : all) {
      boolean isFile = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
      boolean isVictim = !path.equals(host.outside);
      Object time =
          isVictim ? Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS) : "any time";
      String content = isFile ? Files.readString(path) + " links " + links(path) : "no file";
      found.put(path.toString(), time + " " + content);
    }
    return found;
  }

  private static Object links(Path path) throws IOException {
    boolean counted = path.getFileSystem().supportedFileAttributeViews().contains("unix");
    return counted ? Files.getAttribute(path, "unix:nlink") : "unknown";
  }
}
