package org.wasm2java.conformance;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.wasm2java.benchmarks.Jdks;

/** A JVM of its own for what depends on how it was started: heap, locale, processors, version. */
public record ForkedJava(Path home) {
  private static final long TIME_LIMIT_MINUTES = 10;

  /** Returns the JDK that runs this test. */
  public static ForkedJava current() {
    return new ForkedJava(Path.of(System.getProperty("java.home")));
  }

  /** Returns a JDK 25 if there is one, else skips the test that asks. */
  public static ForkedJava jdk25() {
    Optional<Path> home = Jdks.find(25);
    if (home.isEmpty()) {
      String message = "skipped on JDK 25: no such JDK found; set JDK25_HOME to run it there";
      System.out.println(message);
      Assumptions.abort(message);
    }
    return new ForkedJava(home.get());
  }

  /**
   * Runs java and returns what it printed.
   *
   * @param folder the working directory
   * @throws AssertionError if the exit code is not 0, with what it said on standard error
   */
  public byte[] run(Path folder, Optional<Path> input, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(arguments);
    command.add(0, home.resolve("bin").resolve("java").toString());
    Path output = Files.createTempFile(folder, "stdout", "");
    Path errors = Files.createTempFile(folder, "stderr", "");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(input.map(Path::toFile).orElse(new File("/dev/null")))
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    if (!process.waitFor(TIME_LIMIT_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("no end within " + TIME_LIMIT_MINUTES + " minutes: " + command);
    }
    if (process.exitValue() != 0) {
      throw new AssertionError(
          "exit code "
              + process.exitValue()
              + " of "
              + command
              + ": "
              + Files.readString(errors, StandardCharsets.UTF_8));
    }
    return Files.readAllBytes(output);
  }
}
