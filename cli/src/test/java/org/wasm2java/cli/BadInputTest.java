package org.wasm2java.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every wrong input ends in one clear message, the documented exit code, and no output. */
class BadInputTest {
  private static final byte[] COMPONENT = {0, 'a', 's', 'm', 0x0d, 0, 1, 0};

  @TempDir private Path folder;

  static Stream<Arguments> contents() {
    byte[] add = Invocation.module("add");
    byte[] mutated = add.clone();
    mutated[8] = 99;
    return Stream.of(
        arguments("an empty file", new byte[0], List.of("offset 0x0", "the file is empty")),
        arguments("a truncated header", Arrays.copyOf(add, 6), List.of("offset 0x")),
        arguments("a truncated module", Arrays.copyOf(add, add.length / 2), List.of("offset 0x")),
        arguments("a mutated section id", mutated, List.of("malformed section id", "offset 0x8")),
        arguments("plain text", "hello".getBytes(UTF_8), List.of("magic header not detected")),
        arguments("the text format", "(module)".getBytes(UTF_8), List.of("wat2wasm")),
        arguments("a component", COMPONENT, List.of("unknown binary version", "component")),
        arguments("gzip data", new byte[] {0x1f, (byte) 0x8b, 8, 0}, List.of("gunzip")),
        arguments(
            "an ill-typed function",
            Invocation.module("mismatch"),
            List.of("type mismatch", "$mismatch", "offset 0x")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("contents")
  void badModuleIsExplained(String what, byte[] content, List<String> expected) throws IOException {
    Path file = Files.write(folder.resolve("input.wasm"), content);
    for (List<String> command : commandsOn(file.toString())) {
      Invocation invocation = Invocation.of(command.toArray(String[]::new));

      assertRejected(invocation, ExitStatus.BAD_MODULE);
      assertThat(invocation.err()).startsWith("wasm2java: " + file + ": ").contains(expected);
    }
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
  }

  static Stream<Arguments> paths() {
    return Stream.of(
        arguments("missing.wasm", "no such file"),
        arguments("", "is a folder"),
        arguments("text.txt/input.wasm", "cannot be read"));
  }

  @ParameterizedTest(name = "\"{0}\": {1}")
  @MethodSource("paths")
  void unreadablePathIsExplained(String path, String expected) throws IOException {
    Files.writeString(folder.resolve("text.txt"), "text");
    String file = folder.resolve(path).toString();
    for (List<String> command : commandsOn(file)) {
      Invocation invocation = Invocation.of(command.toArray(String[]::new));

      assertRejected(invocation, ExitStatus.INPUT_OUTPUT);
      assertThat(invocation.err()).startsWith("wasm2java: " + file + ": ").contains(expected);
    }
  }

  private List<List<String>> commandsOn(String file) {
    return List.of(
        List.of("validate", file),
        List.of("inspect", file),
        List.of("run", file),
        List.of("jar", file, "-o", folder.resolve("out.jar").toString()),
        List.of("translate", file, "-d", folder.resolve("out").toString()));
  }

  static Stream<Arguments> wrongArguments() {
    return Stream.of(
        arguments(List.of(), "a command is missing"),
        arguments(List.of("compile"), "compile"),
        arguments(List.of("jar", "a.wasm"), "--output"),
        arguments(List.of("jar", "-o", "x.jar"), "FILE"),
        arguments(List.of("validate", "a.wasm", "b.wasm"), "b.wasm"),
        arguments(List.of("run", "--unknown", "a.wasm"), "--unknown"),
        arguments(List.of("run", "--dir", "no-such-folder", "a.wasm"), "no-such-folder"),
        arguments(List.of("run", "--dir", "::", "a.wasm"), "HOST::GUEST"),
        arguments(List.of("run", "--dir", "data::ro", "a.wasm"), "'data::data::ro'"),
        arguments(List.of("run", "--env", "=x", "a.wasm"), "NAME=VALUE"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongArguments")
  void wrongArgumentIsNamed(List<String> arguments, String expected) {
    Invocation invocation = Invocation.of(arguments.toArray(String[]::new));

    assertRejected(invocation, ExitStatus.USAGE);
    assertThat(invocation.err()).contains(expected, "--help");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "com.acme.",
        "com..Acme",
        "com.acme.Sha-256",
        "com.acme.class",
        "a/B",
        "p.record",
        "p.var",
        "p.yield",
        "p.sealed",
        "p.permits",
        "p.Data",
        "p.Frame3"
      })
  void wrongClassNameIsExplained(String className) throws IOException {
    String file = Invocation.copy("add", folder);
    Path jar = folder.resolve("out.jar");

    Invocation invocation = Invocation.of("jar", file, "-o", jar.toString(), "--class", className);

    assertRejected(invocation, ExitStatus.USAGE);
    assertThat(invocation.err()).startsWith("wasm2java: --class: ");
    assertThat(jar).doesNotExist();
  }

  @Test
  void libraryModuleIsNotRun() throws IOException {
    Invocation invocation = Invocation.of("run", Invocation.copy("add", folder));

    assertRejected(invocation, ExitStatus.USAGE);
    assertThat(invocation.err()).contains("_start", "wasm2java jar");
  }

  @Test
  void commandWithUnknownImportIsNotRun() throws IOException {
    Invocation invocation = Invocation.of("run", Invocation.copy("unlinkable", folder));

    assertRejected(invocation, ExitStatus.BAD_MODULE);
    assertThat(invocation.err()).contains("unknown import", "env.missing");
  }

  private static void assertRejected(Invocation invocation, ExitStatus status) {
    assertThat(invocation.exitCode()).as(invocation.err()).isEqualTo(status.code());
    assertThat(invocation.out()).isEmpty();
    assertThat(invocation.err()).startsWith("wasm2java: ").doesNotContain("\tat ", "Exception");
  }
}
