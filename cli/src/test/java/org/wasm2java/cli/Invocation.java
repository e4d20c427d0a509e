package org.wasm2java.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.wasm2java.wasi.HostStart;
import org.wasm2java.wasi.Wasi;

/** One call of the command in this JVM: what it printed and how it ended. */
record Invocation(int exitCode, String out, String err) {
  static Invocation of(String... arguments) {
    return on(false, arguments);
  }

  static Invocation onTerminal(String... arguments) {
    return on(true, arguments);
  }

  private static Invocation on(boolean isTerminal, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode = Main.execute(new Captured(printer(out), printer(err), isTerminal), arguments);
    return new Invocation(exitCode, lines(out), lines(err));
  }

  private record Captured(PrintStream out, PrintStream err, boolean isTerminal)
      implements StandardStreams {
    @Override
    public HostStart process() {
      return new HostStart(new String[0], err::println);
    }

    @Override
    public void grantTo(Wasi.Builder guest) {
      guest.stdout(out).stderr(err);
    }
  }

  private static PrintStream printer(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, UTF_8);
  }

  private static String lines(ByteArrayOutputStream bytes) {
    return bytes.toString(UTF_8).replace(System.lineSeparator(), "\n");
  }

  /** Returns the bytes of a module in the test resources. */
  static byte[] module(String name) {
    try (InputStream in = Invocation.class.getResourceAsStream("/modules/" + name + ".wasm")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a module of the test resources to a folder and returns its path there. */
  static String copy(String name, Path folder) throws IOException {
    return Files.write(folder.resolve(name + ".wasm"), module(name)).toString();
  }
}
