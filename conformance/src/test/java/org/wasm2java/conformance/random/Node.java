package org.wasm2java.conformance.random;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The command {@code node}, whose engine is V8. */
final class Node {
  private static final long TIME_LIMIT_MINUTES = 10;

  private Node() {}

  /** Skips the test that asks, with one line, where there is no such command. */
  static void requireInstalled() throws InterruptedException {
    try {
      new ProcessBuilder("node", "--version").start().waitFor();
    } catch (IOException e) {
      String message = "skipped in V8: there is no command node";
      System.out.println(message);
      Assumptions.abort(message);
    }
  }

  /**
   * Runs a script and returns the lines that it printed.
   *
   * @param folder where the output is gathered
   * @throws AssertionError if the exit code is not 0
   */
  static List<String> run(Path folder, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(arguments);
    command.add(0, "node");
    Path output = Files.createTempFile(folder, "node", "");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (!process.waitFor(TIME_LIMIT_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("no end within " + TIME_LIMIT_MINUTES + " minutes: " + command);
    }
    if (process.exitValue() != 0) {
      throw new AssertionError("exit code " + process.exitValue() + " of " + command);
    }
    return Files.readAllLines(output);
  }
}
