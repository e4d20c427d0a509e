package org.wasm2java.conformance.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wasm2java.aot.random.RandomSweep;
import org.wasm2java.conformance.ForkedJava;

/**
 * Random modules with vectors do the same in whole methods, in small ones, on a JDK 25 and in V8.
 * The build runs the first 20; {@code -Prandom-vectors} runs 2,500, of which V8 runs the 2,000
 * without relaxed instructions. {@code -Drandom.vectors=100 -Drandom.seed=5000} runs others.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomVectorsTest {
  private static final long FIRST = Long.getLong("random.seed", 0);
  private static final long END = FIRST + Long.getLong("random.vectors", 20);

  /** V8 tells fewer kinds of traps apart. */
  private static final Map<String, String> KINDS =
      Map.of(
          "INTEGER_DIVIDE_BY_ZERO", "DIVIDE_BY_ZERO",
          "INTEGER_OVERFLOW", "UNREPRESENTABLE",
          "INVALID_CONVERSION_TO_INTEGER", "UNREPRESENTABLE",
          "OUT_OF_BOUNDS_MEMORY_ACCESS", "MEMORY",
          "OUT_OF_BOUNDS_TABLE_ACCESS", "TABLE",
          "UNDEFINED_ELEMENT", "TABLE",
          "UNINITIALIZED_ELEMENT", "CALLEE",
          "INDIRECT_CALL_TYPE_MISMATCH", "CALLEE",
          "CALL_STACK_EXHAUSTED", "STACK");

  @TempDir static Path folder;

  private final List<String> expected = new ArrayList<>();
  private final List<String> split = new ArrayList<>();

  @BeforeAll
  void runHere() throws IOException {
    for (long seed = FIRST; seed < END; seed++) {
      RandomSweep sweep = new RandomSweep(seed);
      String prefix = seed + " ";
      sweep.runWhole(folder).forEach(line -> expected.add(prefix + line));
      sweep.runSplit().forEach(line -> split.add(prefix + line));
      sweep.writeForOthers(folder);
    }
  }

  @Test
  void smallMethodsDoTheSame() {
    assertSame("in small methods", split, expected);
  }

  @Test
  void theSameJarsDoTheSameOnJdk25() throws Exception {
    ForkedJava java = ForkedJava.jdk25();
    List<String> arguments = new ArrayList<>(List.of("-Xss256m", "-cp"));
    arguments.add(System.getProperty("java.class.path"));
    arguments.add(RandomSweep.class.getName());
    arguments.addAll(range());
    byte[] printed = java.run(folder, Optional.empty(), arguments);
    assertSame("on JDK 25", new String(printed, StandardCharsets.UTF_8).lines().toList(), expected);
  }

  @Test
  void v8DoesTheSame() throws Exception {
    Node.requireInstalled();
    Path script = folder.resolve("random.mjs");
    try (InputStream in = RandomVectorsTest.class.getResourceAsStream("/random/random.mjs")) {
      Files.copy(Objects.requireNonNull(in), script);
    }
    List<String> arguments = new ArrayList<>(List.of(script.toString()));
    arguments.addAll(range());
    arguments.add(String.valueOf(RandomSweep.RELAXED_EVERY));
    List<String> lines = new ArrayList<>();
    for (String line : expected) {
      if (!RandomSweep.isRelaxed(Long.parseLong(line.substring(0, line.indexOf(' '))))) {
        lines.add(asInV8(line));
      }
    }
    assertSame("in V8", Node.run(folder, arguments), lines);
  }

  private List<String> range() {
    return List.of(folder.toString(), String.valueOf(FIRST), String.valueOf(END));
  }

  private static String asInV8(String line) {
    int traps = line.indexOf(" traps ");
    if (traps < 0) {
      return line;
    }
    int kind = traps + " traps ".length();
    return line.substring(0, kind) + KINDS.getOrDefault(line.substring(kind), line.substring(kind));
  }

  private static void assertSame(String where, List<String> found, List<String> expected) {
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < Math.min(found.size(), expected.size()); i++) {
      if (!found.get(i).equals(expected.get(i))) {
        differences.add("found " + found.get(i) + ", expected " + expected.get(i));
      }
    }
    System.out.printf(
        "random vectors from %d to %d %s: %d lines, %d differences%n",
        FIRST, END, where, expected.size(), differences.size());
    assertThat(differences).isEmpty();
    assertThat(found).hasSameSizeAs(expected);
  }
}
