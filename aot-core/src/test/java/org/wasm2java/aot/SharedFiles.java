package org.wasm2java.aot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Test data that lies beside the repository and is no part of it. */
public final class SharedFiles {
  private SharedFiles() {}

  /** Returns a file or folder; a test that asks for an absent one is skipped and says so. */
  public static Path path(String name) {
    Path path = Path.of(System.getProperty("wasm2java.shared", "../../shared")).resolve(name);
    if (!Files.exists(path)) {
      String message = "skipped: there is no " + name + " in the shared test data";
      System.out.println(message);
      Assumptions.abort(message);
    }
    return path;
  }

  /** Returns the modules of the benchmark programs, by name. */
  public static List<Path> benchmarks() throws IOException {
    try (Stream<Path> files = Files.list(path("bench/wasm"))) {
      return files.filter(file -> file.toString().endsWith(".wasm")).sorted().toList();
    }
  }
}
