package org.wasm2java.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds a JDK of a version: the one that the environment names ({@code JDK25_HOME}), the one that
 * runs this, or one that is installed beside it.
 */
public final class Jdks {
  private Jdks() {}

  /** Returns the home of a JDK of this feature version. */
  public static Optional<Path> find(int version) {
    String named = System.getenv("JDK" + version + "_HOME");
    if (named != null) {
      return Optional.of(Path.of(named));
    }
    Path own = Path.of(System.getProperty("java.home"));
    if (Runtime.version().feature() == version) {
      return Optional.of(own);
    }
    try (Stream<Path> siblings = Files.list(own.toRealPath().resolveSibling("."))) {
      return siblings.sorted().filter(home -> isOfVersion(home, version)).findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look for JDKs beside " + own, e);
    }
  }

  private static boolean isOfVersion(Path home, int version) {
    Path release = home.resolve("release");
    if (!Files.isRegularFile(release) || !Files.isExecutable(home.resolve("bin/javac"))) {
      return false;
    }
    try {
      List<String> lines = Files.readAllLines(release);
      return lines.stream()
          .anyMatch(
              line ->
                  line.startsWith("JAVA_VERSION=\"" + version + ".")
                      || line.equals("JAVA_VERSION=\"" + version + "\""));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + release, e);
    }
  }
}
