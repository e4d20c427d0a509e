package org.wasm2java.conformance;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Finds the test data that lies beside the repository and is not part of it. The system property
 * {@code wasm2java.shared} names its folder; tests whose data is absent are skipped with one line.
 */
public final class SharedFiles {
  private SharedFiles() {}

  /**
   * Returns the absolute path of a file or folder of the shared data, or skips the test that asks
   * where it is absent.
   */
  public static Path require(String relative) {
    Path path =
        Path.of(System.getProperty("wasm2java.shared"))
            .resolve(relative)
            .toAbsolutePath()
            .normalize();
    if (!Files.exists(path)) {
      String message = "skipped: there is no " + relative + " in the shared test data";
      System.out.println(message);
      Assumptions.abort(message);
    }
    return path;
  }
}
