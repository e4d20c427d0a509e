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
import org.wasm2java.aot.random.RandomSweep.Sort;
import org.wasm2java.conformance.ForkedJava;

/** Random modules do the same in whole methods, in small ones, on a JDK 25 and in V8. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RandomModulesElsewhere {

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
          "NULL_FUNCTION_REFERENCE", "NULL_REFERENCE",
          "CALL_STACK_EXHAUSTED", "STACK");

  private final Sort sort;
  private final int node;
  private final long first;
  private final long end;
  private Path folder = Path.of("");
  private final List<String> expected = new ArrayList<>();
  private final List<String> split = new ArrayList<>();

  /** Modules of a sort from {@code random.seed} on, the oldest node that runs them. */
  RandomModulesElsewhere(Sort sort, long count, int node) {
    this.sort = sort;
    this.node = node;
    this.first = Long.getLong("random.seed", 0);
    this.end = first + count;
  }

  @BeforeAll
  void runHere(@TempDir Path shared) throws IOException {
    folder = shared;
    for (long seed = first; seed < end; seed++) {
      RandomSweep sweep = new RandomSweep(sort, seed);
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
    arguments.add(sort.name());
    byte[] printed = java.run(folder, Optional.empty(), arguments);
    assertSame("on JDK 25", new String(printed, StandardCharsets.UTF_8).lines().toList(), expected);
  }

  @Test
  void v8DoesTheSame() throws Exception {
    Node.require(node);
    Path script = folder.resolve("random.mjs");
    try (InputStream in = RandomModulesElsewhere.class.getResourceAsStream("/random/random.mjs")) {
      Files.copy(Objects.requireNonNull(in), script);
    }
    List<String> arguments = new ArrayList<>(List.of(script.toString()));
    arguments.addAll(range());
    arguments.add(String.valueOf(sort.relaxedEvery()));
    List<String> lines = new ArrayList<>();
    for (String line : expected) {
      if (!sort.isRelaxed(Long.parseLong(line.substring(0, line.indexOf(' '))))) {
        lines.add(asInV8(line));
      }
    }
    assertSame("in V8", Node.run(folder, arguments), lines);
  }

  private List<String> range() {
    return List.of(folder.toString(), String.valueOf(first), String.valueOf(end));
  }

  private static String asInV8(String line) {
    int traps = line.indexOf(" traps ");
    if (traps < 0) {
      return line;
    }
    int kind = traps + " traps ".length();
    return line.substring(0, kind) + KINDS.getOrDefault(line.substring(kind), line.substring(kind));
  }

  private void assertSame(String where, List<String> found, List<String> expected) {
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < Math.min(found.size(), expected.size()); i++) {
      if (!found.get(i).equals(expected.get(i))) {
        differences.add("found " + found.get(i) + ", expected " + expected.get(i));
      }
    }
    System.out.printf(
        "random modules (%s) from %d to %d %s: %d lines, %d differences%n",
        sort, first, end, where, expected.size(), differences.size());
    assertThat(differences).isEmpty();
    assertThat(found).hasSameSizeAs(expected);
  }
}
