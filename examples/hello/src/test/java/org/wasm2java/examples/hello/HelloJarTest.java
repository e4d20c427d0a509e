package org.wasm2java.examples.hello;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what the README shows, each command in a JVM of its own. */
class HelloJarTest {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @TempDir private static Path folder;
  private static Path jar;

  @BeforeAll
  static void makeJar() throws Exception {
    jar = folder.resolve("hello.jar");
    assertThat(wasm2java("jar", "hello.wasm", "-o", jar.toString(), "--class", "com.example.Hello"))
        .isEqualTo(jar + ": an executable jar: run it with 'java -jar " + jar + "'\n");
  }

  @Test
  void jarGreetsItsArgument() throws Exception {
    assertThat(run(List.of(JAVA, "-jar", jar.toString(), "Maven"))).isEqualTo("Hello, Maven!\n");
  }

  @Test
  void jarGreetsTheWorldWithoutArguments() throws Exception {
    assertThat(run(List.of(JAVA, "-jar", jar.toString()))).isEqualTo("Hello, World!\n");
  }

  @Test
  void moduleRunsWithoutAJar() throws Exception {
    assertThat(wasm2java("run", "hello.wasm", "there")).isEqualTo("Hello, there!\n");
  }

  private static String wasm2java(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(JAVA, "-cp", System.getProperty("java.class.path"), "org.wasm2java.cli.Main"));
    command.addAll(List.of(arguments));
    return run(command);
  }

  /** Returns what the command printed to stdout; its exit code must be 0. */
  private static String run(List<String> command) throws Exception {
    Path output = Files.createTempFile(folder, "output", ".txt");
    int exitCode =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(output.toFile())
            .start()
            .waitFor();
    String printed = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(exitCode).as(printed).isZero();
    return printed;
  }
}
