package org.wasm2java.wasi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wasm2java.runtime.Memory;
import org.wasm2java.runtime.Store;
import org.wasm2java.wasi.descriptor.Rights;
import org.wasm2java.wasi.text.HostText;

/**
 * What the guest gets does not depend on the locale of the process. The shell makes the bytes, as
 * the tests' own JVM may be in any locale too.
 */
class LocaleTest {
  private static final String HEX = "c3bcff";
  private static final String OCTAL = "\\303\\274\\377";

  @TempDir private Path folder;

  /** The main class of a process of its own. */
  static final class Main {
    private static final class Report extends WasiCommand.Program {
      private final Memory memory = Memory.create(1, -1);
      private WasiPreview1 wasi;
      private final StringBuilder report = new StringBuilder();

      @Override
      public void run(Store store) {
        wasi = (WasiPreview1) store.hostModule("wasi_snapshot_preview1");
        wasi.argsSizesGet(memory, 0, 4);
        int arguments = memory.readI32(0);
        wasi.argsGet(memory, 64, 1024);
        strings("argument", arguments);
        wasi.environSizesGet(memory, 0, 4);
        int variables = memory.readI32(0);
        wasi.environGet(memory, 64, 1024);
        strings("variable", variables);
        for (int fd = 3; wasi.fdPrestatGet(memory, fd, 0) == 0; fd++) {
          directory(fd);
        }
        print(report.toString());
      }

      private void strings(String what, int count) {
        for (int i = 0; i < count; i++) {
          int start = memory.readI32(64 + 4 * i);
          int end = start;
          while (memory.bytes()[end] != 0) {
            end++;
          }
          line(what, start, end - start);
        }
      }

      private void line(String what, int start, int length) {
        report.append(what).append(' ');
        for (byte b : memory.read(start, length)) {
          report.append(String.format("%02x", b));
        }
        report.append('\n');
      }

      private void directory(int fd) {
        int length = memory.readI32(4);
        wasi.fdPrestatDirName(memory, fd, 1024, length);
        line("directory", 1024, length);
        wasi.fdReaddir(memory, fd, 1024, 4096, 2, 0);
        int name = memory.readI32(1024 + 16);
        line("name", 1024 + 24, name);
        int errno = wasi.pathOpen(memory, fd, 0, 1024 + 24, name, 0, Rights.FD_READ, 0, 0, 0);
        report.append("opened ").append(errno).append('\n');
      }

      private void print(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        memory.write(1024, bytes);
        memory.writeI32(0, 1024);
        memory.writeI32(4, bytes.length);
        wasi.fdWrite(memory, 1, 0, 1, 8);
      }
    }

    public static void main(String[] args) {
      WasiCommand.main(new Report(), "report", args);
    }
  }

  @BeforeEach
  void needsBytes() {
    assumeTrue(HostText.hasRawPaths() && Files.exists(Path.of("/proc/self/cmdline")));
  }

  /** Runs the report; {@code $B} is the text, as a part of the shell's command. */
  private List<String> report(String locale, String properties, String arguments)
      throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String script =
        "B=$(printf '"
            + OCTAL
            + "'); mkdir -p \"$B\"; : > \"$B/$B\"; export U=\"$B\"; exec "
            + java
            + " "
            + properties
            + " -cp \"$CLASSES\" "
            + "'"
            + Main.class.getName()
            + "' "
            + arguments;
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", script);
    builder.directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("LC_ALL", locale);
    builder.environment().put("CLASSES", System.getProperty("java.class.path"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new ArrayList<>(output.lines().toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"C", "POSIX", "C.UTF-8", "en_US.ISO-8859-1"})
  void argumentsVariablesAndNamesAreTheHostsBytes(String locale) throws Exception {
    String properties =
        "-Dwasm2java.program-name=\"$B\" -Dwasm2java.env=\"U;V=$B\" -Dwasm2java.dir=\"$B\"";

    assertThat(report(locale, properties, "\"$B\" plain"))
        .containsExactly(
            "argument " + HEX,
            "argument " + HEX,
            "argument 706c61696e",
            "variable 553d" + HEX,
            "variable 563d" + HEX,
            "directory " + HEX,
            "name " + HEX,
            "opened 0");
  }

  @Test
  void directoryOfAnotherNameIsGrantedUnderIt() throws Exception {
    assertThat(report("C", "-Dwasm2java.dir=\"$B::/data::ro\"", ""))
        .containsExactly(
            "argument 7265706f7274", "directory 2f64617461", "name " + HEX, "opened 0");
  }

  /** Options in a file are not on the command line, so what they say is lost here. */
  @Test
  void whatIsLostIsSaidOnce() throws Exception {
    String options = "-Dwasm2java.env=A=$B;C=$B -Dwasm2java.program-name=$B";
    List<String> lossy = reportWithOptionsFile(options);
    assertThat(lossy.stream().filter(line -> line.contains("warning:")))
        .singleElement()
        .asString()
        .startsWith("report: warning: ")
        .contains("LC_ALL=C.UTF-8");
    assertThat(lossy).contains("variable 413d" + "efbfbd".repeat(3));
  }

  private List<String> reportWithOptionsFile(String options)
      throws IOException, InterruptedException {
    String file = "@$(echo \"" + options + "\" > options; echo options)";
    return report("C", file, "\"$B\"");
  }
}
