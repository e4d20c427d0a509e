package org.wasm2java.conformance.random;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** The command {@code node}, whose engine is V8. */
final class Node {
  private static final long TIME_LIMIT_MINUTES = 30;

  private Node() {}

  /** Skips the test that asks, with one line, where there is no such command or an older one. */
  static void require(int majorVersion) throws IOException, InterruptedException {
    String version;
    try {
      Process process = new ProcessBuilder("node", "--version").start();
      version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      process.waitFor();
    } catch (IOException e) {
      skip("there is no command node");
      return;
    }
    Matcher major = Pattern.compile("v(\\d+)\\..*").matcher(version);
    if (!major.matches() || Integer.parseInt(major.group(1)) < majorVersion) {
      skip("node is " + version + ", and " + majorVersion + " or later is needed");
    }
  }

  private static void skip(String reason) {
    String message = "skipped in V8: " + reason;
    System.out.println(message);
    Assumptions.abort(message);
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
