package org.wasm2java.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Processes of their own, for what this JVM has only once: its locale and its arguments. */
final class ChildProcess {
  private ChildProcess() {}

  /**
   * Runs a command of the shell and returns what it prints, byte by byte as a character. It finds
   * {@code $JAVA}, and the main class of the command line as {@code $MAIN}.
   */
  static String output(Path folder, String locale, String script)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", script);
    builder.directory(folder.toFile()).redirectErrorStream(true);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    builder.environment().put("LC_ALL", locale);
    builder.environment().put("JAVA", java);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.environment().put("MAIN", Main.class.getName());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.start();
    process.getOutputStream().close();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return output;
  }
}
