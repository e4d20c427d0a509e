package org.wasm2java.wasi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wasm2java.runtime.InstanceConfig;
import org.wasm2java.runtime.Linker;
import org.wasm2java.runtime.Memory;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.TrapKind;
import org.wasm2java.runtime.type.FunctionType;
import org.wasm2java.wasi.error.Errno;

/** Running a command module as a process. */
@Timeout(60)
class WasiCommandTest {
  /** What generated code does, with one function in place of {@code _start}. */
  private static class TestProgram extends WasiCommand.Program {
    Memory memory = Memory.create(1, -1);
    WasiPreview1 wasi;

    @Override
    public final void run(Store store) {
      wasi = (WasiPreview1) store.hostModule("wasi_snapshot_preview1");
      assertThat(store.hostModule("wasi_unstable")).isInstanceOf(WasiUnstable.class);
      start();
    }

    void start() {}

    void print(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      memory.write(100, bytes);
      memory.writeI32(0, 100);
      memory.writeI32(4, bytes.length);
      wasi.fdWrite(memory, 1, 0, 1, 8);
    }
  }

  private static String errorsOf(Runnable run) {
    PrintStream before = System.err;
    ByteArrayOutputStream captured = new ByteArrayOutputStream();
    System.setErr(new PrintStream(captured, true, StandardCharsets.UTF_8));
    try {
      run.run();
    } finally {
      System.setErr(before);
    }
    return captured.toString(StandardCharsets.UTF_8);
  }

  @Test
  void programThatReturnsEndsWithZero() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TestProgram hello =
        new TestProgram() {
          @Override
          void start() {
            print("hello\n");
          }
        };
    assertThat(WasiCommand.run("hello", Wasi.builder().stdout(out), hello)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("hello\n");
  }

  @Test
  void exitCodeIsTheGuests() {
    TestProgram exits =
        new TestProgram() {
          @Override
          void start() {
            wasi.procExit(memory, 42);
          }
        };
    assertThat(WasiCommand.run("exits", Wasi.builder(), exits)).isEqualTo(42);
  }

  @Test
  void growthReserveIsAProperty() {
    int[] reserve = new int[1];
    WasiCommand.Program program =
        new WasiCommand.Program() {
          @Override
          public void run(Store store) {
            reserve[0] = config().growthReserve();
          }
        };
    assertThat(runWithReserve("64", program)).isEmpty();
    assertThat(reserve[0]).isEqualTo(64);
    for (String wrong : List.of("many", "-1", "")) {
      assertThat(runWithReserve(wrong, program))
          .isEqualToIgnoringNewLines(
              "app: wasm2java.growth-reserve: expected a number of pages, found " + wrong);
    }
    assertThat(WasiCommand.run("app", Wasi.builder(), program)).isZero();
    assertThat(reserve[0]).isZero();
  }

  private static String runWithReserve(String value, WasiCommand.Program program) {
    System.setProperty("wasm2java.growth-reserve", value);
    try {
      return errorsOf(() -> WasiCommand.run("app", Wasi.builder(), program));
    } finally {
      System.clearProperty("wasm2java.growth-reserve");
    }
  }

  @Test
  void usersOfAJarAreNotAdvisedToDefineThingsInAStore() {
    WasiCommand.Program program =
        new WasiCommand.Program() {
          @Override
          public void run(Store store) {
            new Linker("app", store.namespace(), InstanceConfig.DEFAULT)
                .function("env", "log", FunctionType.NOTHING);
          }
        };
    assertThat(errorsOf(() -> WasiCommand.run("app", Wasi.builder(), program)))
        .isEqualToIgnoringNewLines(
            "app: cannot be linked: unknown import: env.log: expected func [] -> [], found nothing;"
                + " a jar runs with WASI alone: to provide more, call its class from Java");
  }

  @Test
  void trapIsReportedInOneLine() {
    TestProgram traps =
        new TestProgram() {
          @Override
          void start() {
            throw Trap.of(TrapKind.UNREACHABLE);
          }
        };
    int[] code = {0};
    String errors = errorsOf(() -> code[0] = WasiCommand.run("traps", Wasi.builder(), traps));
    assertThat(code[0]).isEqualTo(WasiCommand.TRAP_EXIT_CODE);
    assertThat(errors.lines()).containsExactly("traps: trap: unreachable");
  }

  @Test
  void deepRecursionFits() {
    TestProgram recursive =
        new TestProgram() {
          @Override
          void start() {
            assertThat(depth(200_000)).isEqualTo(200_000);
          }

          private int depth(int left) {
            return left == 0 ? 0 : 1 + depth(left - 1);
          }
        };
    assertThat(WasiCommand.run("deep", Wasi.builder(), recursive)).isZero();
  }

  @Test
  void lostOutputIsAFailure() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) {}

          @Override
          public void flush() throws IOException {
            throw new IOException("No space left on device");
          }
        };
    int[] code = {0};
    String errors =
        errorsOf(
            () ->
                code[0] = WasiCommand.run("full", Wasi.builder().stdout(full), new TestProgram()));
    assertThat(code[0]).isEqualTo(1);
    assertThat(errors).contains("No space left on device");
  }

  @Test
  void missingDirectoryIsSaidBeforeTheProgramStarts(@TempDir Path folder) {
    Wasi.Builder builder = Wasi.builder().preopen("/data", folder.resolve("none"));
    int[] code = {0};
    String errors = errorsOf(() -> code[0] = WasiCommand.run("x", builder, new TestProgram()));
    assertThat(code[0]).isEqualTo(2);
    assertThat(errors).contains("none").contains("/data").contains("create it");
  }

  /** The main class of a process of its own. */
  static final class Main {
    private static final class Copy extends TestProgram {
      @Override
      void start() {
        wasi.environSizesGet(memory, 0, 4);
        print("variables " + memory.readI32(0) + "\n");
        wasi.argsGet(memory, 0, 100);
        print("name " + memory.readString(memory.readI32(0), 4) + "\n");
        wasi.argsGet(memory, 0, 100);
        print("argument " + memory.readString(memory.readI32(4), 3) + "\n");
        for (int fd = 3; wasi.fdPrestatGet(memory, fd, 0) == 0; fd++) {
          int length = memory.readI32(4);
          wasi.fdPrestatDirName(memory, fd, 100, length);
          memory.write(200, new byte[] {'n', 'e', 'w'});
          int errno = wasi.pathCreateDirectory(memory, fd, 200, 3);
          print("directory " + memory.readString(100, length) + " " + errno + "\n");
        }
        memory.writeI32(0, 100);
        memory.writeI32(4, 100);
        wasi.fdRead(memory, 0, 0, 1, 8);
        print("input " + memory.readString(100, memory.readI32(8)) + "\n");
        wasi.procExit(memory, 7);
      }
    }

    public static void main(String[] args) {
      WasiCommand.main(new Copy(), "copy", args);
    }
  }

  @Test
  void systemPropertiesGrantDirectoriesAndEnvironment(@TempDir Path folder) throws Exception {
    Path first = Files.createDirectory(folder.resolve("first"));
    Path second = Files.createDirectory(folder.resolve("second"));
    Process process =
        start(
            "-Dwasm2java.dir=" + first + "::/a;" + second + "::/b::ro",
            "-Dwasm2java.env=A=1;NO_SUCH_VARIABLE_HERE;B=2");
    try (OutputStream input = process.getOutputStream()) {
      input.write("typed".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(outputOf(process).lines())
        .containsExactly(
            "variables 2",
            "name copy",
            "argument arg",
            "directory /a 0",
            "directory /b " + Errno.ROFS.code(),
            "input typed");
    assertThat(process.exitValue()).isEqualTo(7);
    assertThat(first.resolve("new")).isDirectory();
    assertThat(second).isEmptyDirectory();
  }

  private static Process start(String... properties) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(properties));
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    command.add("arg");
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static String outputOf(Process process) throws IOException, InterruptedException {
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return output;
  }

  @Test
  void systemPropertyNamesAFileAsInput(@TempDir Path folder) throws Exception {
    Path input = Files.writeString(folder.resolve("input"), "from a file");
    Process process = start("-Dwasm2java.stdin=" + input);
    assertThat(outputOf(process)).endsWith("input from a file\n");
    assertThat(process.exitValue()).isEqualTo(7);
  }

  @Test
  void systemPropertyNamesTheProgram() throws Exception {
    Process process = start("-Dwasm2java.program-name=lld/.");
    process.getOutputStream().close();
    assertThat(outputOf(process).lines()).contains("name lld/");
  }

  @ParameterizedTest
  @CsvSource({
    "dir, data::ro, 'data::data::ro'",
    "dir, ::, 'HOST::GUEST'",
    "env, A=1;=x, 'NAME=VALUE'",
    "stack, many, 'a number of megabytes, found many'",
    "stack, -1, 'a number of megabytes'"
  })
  void wrongPropertyIsExplained(String property, String value, String message) throws Exception {
    Process process = start("-Dwasm2java." + property + "=" + value);
    assertThat(outputOf(process))
        .startsWith("copy: wasm2java." + property + ": ")
        .contains(message)
        .hasLineCount(1);
    assertThat(process.exitValue()).isEqualTo(2);
  }

  @Test
  void missingInputIsSaidBeforeTheProgramStarts(@TempDir Path folder) throws Exception {
    Process process = start("-Dwasm2java.stdin=" + folder.resolve("none"));
    assertThat(outputOf(process)).startsWith("copy: wasm2java.stdin: ").contains("none");
    assertThat(process.exitValue()).isEqualTo(2);
  }
}
