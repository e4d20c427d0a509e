package org.wasm2java.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages say what is so, once, and advise what their reader can do. */
class MessagesTest {
  private static final byte[] COMPONENT = {0, 'a', 's', 'm', 0x0d, 0, 1, 0};

  @TempDir private Path folder;

  private Invocation run(String module) throws IOException {
    return Invocation.of("run", Invocation.copy(module, folder));
  }

  private String jar(String module, String... options) throws IOException {
    String out = folder.resolve("out.jar").toString();
    List<String> arguments =
        new ArrayList<>(List.of("jar", Invocation.copy(module, folder), "-o", out));
    arguments.addAll(List.of(options));
    Invocation invocation = Invocation.of(arguments.toArray(String[]::new));
    assertThat(invocation.exitCode()).as(invocation.err()).isZero();
    assertThat(invocation.out()).startsWith(out + ": ");
    return invocation.out().substring(out.length() + 2).replace(out, "out.jar");
  }

  @Test
  void startFunctionWithAParameterIsNotSaidToBeMissing() throws IOException {
    Invocation invocation = run("start-parameter");

    assertThat(invocation.exitCode()).isEqualTo(ExitStatus.USAGE.code());
    assertThat(invocation.err())
        .contains(
            "is a library, not a command (its export _start is func [i32] -> [], and that of a"
                + " command is func [] -> [])");
  }

  @Test
  void wasiFunctionOfAnotherTypeIsToldWithBothTypes() throws IOException {
    Invocation invocation = run("wrong-wasi");

    assertThat(invocation.exitCode()).isEqualTo(ExitStatus.BAD_MODULE.code());
    assertThat(invocation.err())
        .startsWith(
            "wasm2java: wrong-wasi.wasm: cannot be linked: incompatible import type:"
                + " wasi_snapshot_preview1.fd_write: expected func [i32] -> [], found func"
                + " [i32 i32 i32 i32] -> [i32]\n");
  }

  @Test
  void usersOfTheCommandLineAreNotAdvisedToDefineThingsInAStore() throws IOException {
    assertThat(run("unlinkable").err())
        .isEqualTo(
            "wasm2java: unlinkable.wasm: cannot be linked: unknown import: env.missing: expected"
                + " global i32, found nothing\n"
                + "  'run' provides WASI alone; to provide more, write a jar with 'wasm2java jar'"
                + " and instantiate its class in Java\n");
  }

  @Test
  void adviceIsGivenOnce() throws IOException {
    assertThat(rejected("(module)".getBytes(UTF_8))).containsOnlyOnce("wat2wasm");
    assertThat(rejected(COMPONENT)).containsOnlyOnce("wasm32-wasip1").containsOnlyOnce("unbundle");
    assertThat(rejected(new byte[0])).containsOnlyOnce("the file is empty");
    assertThat(rejected(new byte[] {0x1f, (byte) 0x8b, 8, 0})).containsOnlyOnce("gunzip");
  }

  private String rejected(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("input.wasm"), content);
    return Invocation.of("validate", file.toString()).err();
  }

  @Test
  void jarSaysThatALibraryIsOne() throws IOException {
    assertThat(jar("add", "--class", "com.acme.Add"))
        .isEqualTo("a library jar: call the class com.acme.Add (it exports no function _start)\n");
  }

  @Test
  void jarSaysHowACommandIsRun() throws IOException {
    assertThat(jar("echo")).isEqualTo("an executable jar: run it with 'java -jar out.jar'\n");
    assertThat(jar("echo", "--no-runtime", "--force"))
        .isEqualTo("a command: run Echo with wasm2java-runtime on the class path\n");
  }

  @Test
  void jarListsTheImportsThatNobodyProvides() throws IOException {
    assertThat(jar("wrong-wasi"))
        .isEqualTo(
            """
            a command that 'java -jar' cannot run, as WASI does not provide all its imports: call \
            the class WrongWasi
            Imports that WASI does not provide, for you to define in the store:
              wasi_snapshot_preview1.fd_write: func [i32] -> [], WASI has func [i32 i32 i32 i32] -> \
            [i32]
              wasi_snapshot_preview1.fd_fly: func [] -> [], WASI has no such function
            """);
  }

  @Test
  void inspectGivesItsVerdictFirstAndCutsLongLists() throws IOException {
    String file = Invocation.copy("many", folder);
    List<String> lines = Invocation.of("inspect", file).out().lines().toList();

    assertThat(lines.get(1)).isEqualTo("Can be translated: no, this version lacks");
    assertThat(lines.get(2))
        .startsWith("  threads: 3 uses, the first: memory 0 as a shared memory at offset 0x");
    assertThat(lines.get(3))
        .startsWith("  memory64: 1 use, memory 1 with 64-bit addresses at offset 0x");
    assertThat(lines.get(4)).isEqualTo("Command: no, it exports no function _start");
    assertThat(lines)
        .contains(
            "Imports (25):", "  env.i19: func [] -> []", "  ... 5 more", "  e19: func [] -> []")
        .doesNotContain("  env.i20: func [] -> []", "  e20: func [] -> []");

    assertThat(Invocation.of("inspect", "--all", file).out())
        .contains("  env.i24: func [] -> []\n", "  e24: func [] -> []\n")
        .doesNotContain(" more\n");
  }

  @Test
  void inspectSaysThatAModuleCanBeTranslated() throws IOException {
    assertThat(Invocation.of("inspect", Invocation.copy("echo", folder)).out())
        .contains(
            "Can be translated: yes\nCommand: yes\n\nImports that WASI does not provide: none\n");
  }

  @Test
  void namesCannotForgeWhatATerminalShows() throws IOException {
    String file = Invocation.copy("hostile", folder);
    for (Invocation invocation :
        List.of(Invocation.of("inspect", file), Invocation.of("run", file))) {
      String text = invocation.out() + invocation.err();
      assertThat(text).contains("a\\u{1b}[31m\\nFORGED\\u{202e}");
      assertThat(text.lines()).noneMatch(line -> line.startsWith("FORGED"));
      assertThat(text.chars().filter(c -> c != '\n')).allMatch(c -> c >= ' ' && c < 0x7f);
    }
    assertThat(jar("hostile")).contains("a\\u{1b}[31m\\nFORGED\\u{202e}: func [] -> []");
  }
}
