package org.wasm2java.conformance.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wasm2java.conformance.ForkedJava;
import org.wasm2java.conformance.SharedFiles;

/**
 * What the translation of sqlite, a module of 1.4 MB, needs and depends on: a heap of 1 GB is
 * enough, and the output is the same wherever and however it runs.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TranslationProcessTest {
  private record Output(String sourcesDigest, byte[] jar) {}

  @TempDir static Path folder;
  private Output plain = new Output("", new byte[0]);

  @BeforeAll
  void translateWithAOneGigabyteHeap() throws Exception {
    Path wasm = SharedFiles.require("bench/wasm/sqlite.wasm").toAbsolutePath();
    long start = System.nanoTime();
    plain = translate(ForkedJava.current(), wasm, "plain");
    System.out.printf(
        "sqlite to a jar with a 1 GB heap: %.1f s%n", (System.nanoTime() - start) / 1e9);
  }

  @Test
  void jarsDoNotDependOnLocaleTimeZoneEncodingFolderOrProcessors() throws Exception {
    Path elsewhere = Files.createDirectories(folder.resolve("some other folder"));
    Path copy = elsewhere.resolve("copy of.wasm");
    Files.copy(SharedFiles.require("bench/wasm/sqlite.wasm"), copy);
    Output other =
        translate(
            ForkedJava.current(),
            copy,
            "other",
            "-Duser.language=tr",
            "-Duser.country=TR",
            "-Duser.timezone=Pacific/Apia",
            "-Dfile.encoding=ISO-8859-1",
            "-Dline.separator=\r\n",
            "-XX:ActiveProcessorCount=1");
    assertThat(other.sourcesDigest()).isEqualTo(plain.sourcesDigest());
    assertThat(Arrays.mismatch(other.jar(), plain.jar())).as("first differing byte").isEqualTo(-1);
  }

  @Test
  void sourcesDoNotDependOnTheJdk() throws Exception {
    Path wasm = SharedFiles.require("bench/wasm/sqlite.wasm").toAbsolutePath();
    Output other = translate(ForkedJava.jdk25(), wasm, "jdk25");
    assertThat(other.sourcesDigest()).isEqualTo(plain.sourcesDigest());
  }

  private Output translate(ForkedJava java, Path wasm, String name, String... jvmArguments)
      throws Exception {
    Path work = Files.createDirectories(folder.resolve(name));
    Path jar = work.resolve(name + ".jar");
    List<String> arguments = new ArrayList<>(List.of("-Xmx1g"));
    arguments.addAll(List.of(jvmArguments));
    arguments.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            TranslateMain.class.getName(),
            wasm.toString(),
            jar.toString()));
    byte[] output = java.run(work, Optional.empty(), arguments);
    return new Output(new String(output, StandardCharsets.UTF_8).strip(), Files.readAllBytes(jar));
  }
}
