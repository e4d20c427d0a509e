package org.wasm2java.conformance.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wasm2java.benchmarks.BenchCase;
import org.wasm2java.benchmarks.GeneratedProgram;
import org.wasm2java.benchmarks.Program;
import org.wasm2java.benchmarks.Worker;
import org.wasm2java.conformance.ForkedJava;
import org.wasm2java.conformance.SharedFiles;

/** Whole programs, sqlite and Lua among them, print from generated jars what they must. */
class ProgramsTest {
  private static final Path JARS = Path.of("target", "programs").toAbsolutePath();

  private static List<BenchCase> cases = List.of();

  @TempDir Path folder;

  @BeforeAll
  static void writeJars() throws IOException {
    cases = BenchCase.readAll(SharedFiles.require("bench"));
    Files.createDirectories(JARS);
    for (BenchCase program : cases) {
      GeneratedProgram.writeJar(program.wasm(), jar(program));
    }
  }

  @Test
  void generatedJarsPrintWhatTheProgramsMustPrint() throws IOException {
    SortedMap<String, String> digests = new TreeMap<>();
    List<String> times = new ArrayList<>();
    for (BenchCase program : cases) {
      Program generated = GeneratedProgram.fromJar(jar(program));
      long start = System.nanoTime();
      byte[] output = generated.run(program.arguments(), program.inputBytes()).output();
      times.add(program.name() + " " + (System.nanoTime() - start) / 1_000_000);
      digests.put(program.name(), Worker.md5(output));
    }
    System.out.println("programs, first run in ms: " + String.join(", ", times));
    assertThat(digests).isEqualTo(expected());
  }

  @Test
  void theSameJarsRunByThemselvesOnJdk25() throws Exception {
    ForkedJava java = ForkedJava.jdk25();
    SortedMap<String, String> digests = new TreeMap<>();
    for (BenchCase program : cases) {
      List<String> arguments = new ArrayList<>(List.of("-jar", jar(program).toString()));
      arguments.addAll(program.arguments());
      byte[] output = java.run(folder, program.input(), arguments);
      digests.put(program.name(), Worker.md5(output));
    }
    assertThat(digests).isEqualTo(expected());
  }

  private static SortedMap<String, String> expected() {
    SortedMap<String, String> digests = new TreeMap<>();
    cases.forEach(program -> digests.put(program.name(), program.md5()));
    return digests;
  }

  private static Path jar(BenchCase program) {
    return JARS.resolve(program.name() + ".jar");
  }
}
