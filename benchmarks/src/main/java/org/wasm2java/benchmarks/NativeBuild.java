package org.wasm2java.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Compiles the benchmark sources for this machine through the benchmark folder's own script. */
final class NativeBuild {
  private NativeBuild() {}

  /**
   * Builds in a copy of the folder, since the script also writes there; does nothing if a former
   * build with at least as many sources left its binaries.
   *
   * @return the folder of the binaries, where those that could not be built are absent
   */
  static Path build(Path bench, Optional<Path> sources, Path out)
      throws IOException, InterruptedException {
    Path binaries = out.resolve("native").toAbsolutePath();
    Path done = binaries.resolve(sources.isPresent() ? ".with-sources" : ".kernels");
    if (Files.exists(done)) {
      return binaries;
    }
    Path copy = out.resolve("native-build");
    copy(bench, copy);
    ProcessBuilder builder = new ProcessBuilder("bash", "build.sh").directory(copy.toFile());
    builder.environment().put("NATIVE", binaries.toString());
    sources.ifPresent(
        folder -> builder.environment().put("SRC", folder.toAbsolutePath().toString()));
    Path log = out.resolve("native-build.log");
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    System.err.println("building native programs, see " + log);
    builder.start().waitFor();
    if (Files.isExecutable(binaries.resolve("fib"))) {
      Files.write(done, List.of());
    }
    return binaries;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else if (!Files.exists(target)) {
          Files.write(target, Files.readAllBytes(file));
        }
      }
    }
  }
}
