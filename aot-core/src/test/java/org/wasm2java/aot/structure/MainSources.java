package org.wasm2java.aot.structure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The main sources of all modules of this repository. */
final class MainSources {
  private MainSources() {}

  /** A source file: its path from the repository's root, with slashes, and its lines. */
  record MainSource(String path, List<String> lines) {
    /** A sample of the rules' own tests. */
    static MainSource sample(String path, String... lines) {
      return new MainSource(path, List.of(lines));
    }

    String fileName() {
      return path.substring(path.lastIndexOf('/') + 1);
    }

    String text() {
      return String.join("\n", lines) + "\n";
    }

    boolean isOpcodeTable() {
      return fileName().endsWith("Opcode.java") && !fileName().equals("Opcode.java");
    }
  }

  /** Returns the root of the repository: the folder above the one that Maven tests in. */
  static Path root() {
    Path module = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    Path root = module.getParent();
    if (!Files.isDirectory(root.resolve("runtime-support"))) {
      throw new IllegalStateException("run this in a module's folder, not in " + module);
    }
    return root;
  }

  /** Returns all files below {@code src/main/java} of every module, sorted by path. */
  static List<MainSource> all() {
    Path root = root();
    List<MainSource> sources = new ArrayList<>();
    try (Stream<Path> modules = Files.list(root)) {
      for (Path module : modules.sorted().toList()) {
        Path folder = module.resolve("src/main/java");
        if (Files.isDirectory(folder)) {
          collect(root, folder, sources);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sources;
  }

  private static void collect(Path root, Path folder, List<MainSource> sources) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
        String path = root.relativize(file).toString().replace('\\', '/');
        sources.add(new MainSource(path, Files.readAllLines(file)));
      }
    }
  }
}
