package org.wasm2java.aot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that says what is expected. With {@code -Dgolden=update}, tests write it. */
public final class GoldenFile {
  private static final boolean UPDATE = "update".equals(System.getProperty("golden"));

  private GoldenFile() {}

  /** Returns a folder of the test resources, where golden files are written too. */
  public static Path resources(String folder) {
    return Path.of(System.getProperty("basedir", "")).resolve("src/test/resources").resolve(folder);
  }

  /** Returns the expected text; writes {@code found} there first if that was asked for. */
  public static String expected(Path file, String found) {
    if (UPDATE) {
      try {
        Files.writeString(file, found);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return text(file);
  }

  /** Returns the text of a file. */
  public static String text(Path file) {
    try {
      return Files.readString(file).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(
          "missing; write it with -Dgolden=update and review it: " + file, e);
    }
  }
}
