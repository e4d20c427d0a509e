package org.wasm2java.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The script that {@code wasm2java jar} writes beside an executable jar. It is the same text for
 * every jar, as it finds the jar that has its own name; {@code docs/cold-start.md} tells what it
 * does.
 */
final class StartScript {
  private static final String JAR = ".jar";

  private StartScript() {}

  /** Returns the path of the script: the jar's without its ending. */
  static Path pathBeside(Path jar) throws CommandFailure {
    String name = jar.getFileName().toString();
    if (!name.endsWith(JAR) || name.length() == JAR.length()) {
      throw new CommandFailure(
          ExitStatus.USAGE,
          "--start-script takes its name from that of the jar, which must end in .jar: " + jar);
    }
    return jar.resolveSibling(name.substring(0, name.length() - JAR.length()));
  }

  /** Returns the text of the script. */
  static byte[] content() {
    try (InputStream in = StartScript.class.getResourceAsStream("start-script.sh")) {
      return Objects.requireNonNull(in, "start-script.sh").readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the start script", e);
    }
  }

  /** Lets everybody run a script that was written. */
  static void makeExecutable(Path script) throws CommandFailure {
    if (!script.toFile().setExecutable(true, false)) {
      throw new CommandFailure(
          ExitStatus.INPUT_OUTPUT, script + ": was written, but cannot be made executable");
    }
  }
}
