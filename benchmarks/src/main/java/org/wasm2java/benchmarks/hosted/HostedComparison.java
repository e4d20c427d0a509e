package org.wasm2java.benchmarks.hosted;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.wasm2java.benchmarks.GeneratedProgram;
import org.wasm2java.benchmarks.Jdks;

/**
 * Runs the programs on the JDKs and in V8, in turn, and prints their times and whether they agree.
 */
final class HostedComparison {
  private static final int ROUNDS = 3;
  private static final int ITERATIONS = 16;
  private static final int WARM_UPS = 9;

  private final Path nodeModules;
  private final Path output;

  /** What the iterations of a process took, and the digests of their results. */
  private record Times(long whole, List<Long> nanos, List<String> digests) {}

  HostedComparison(Path nodeModules, Path output) {
    this.nodeModules = nodeModules;
    this.output = output;
  }

  void run() throws IOException, InterruptedException {
    Files.createDirectories(output);
    Path script = output.resolve("hosted.mjs");
    try (InputStream in =
        HostedComparison.class.getResourceAsStream("/org/wasm2java/benchmarks/hosted.mjs")) {
      Files.copy(Objects.requireNonNull(in), script, StandardCopyOption.REPLACE_EXISTING);
    }
    System.out.println("program engine warm-ms whole-ms digest");
    for (HostedProgram program : HostedProgram.values()) {
      Path wasm = nodeModules.resolve(program.file());
      if (Files.exists(wasm)) {
        Path jar = output.resolve(program.label() + ".jar");
        GeneratedProgram.writeJar(wasm, jar);
        compare(program, engines(program, jar, script));
      } else {
        System.out.println(program.label() + " skipped: there is no " + wasm);
      }
    }
  }

  private Map<String, List<String>> engines(HostedProgram program, Path jar, Path script) {
    Map<String, List<String>> engines = new LinkedHashMap<>();
    for (int version : new int[] {17, 25}) {
      Jdks.find(version)
          .ifPresent(
              home ->
                  engines.put(
                      "ours" + version,
                      List.of(
                          home.resolve("bin/java").toString(),
                          "-cp",
                          System.getProperty("java.class.path"),
                          HostedMain.class.getName(),
                          "run",
                          program.label(),
                          jar.toString())));
    }
    engines.put("v8", List.of("node", script.toString(), nodeModules.toString(), program.label()));
    return engines;
  }

  /** What an engine took and gave in all rounds. */
  private record Figures(List<Long> warm, List<Long> whole, List<String> digests) {
    Figures() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    void add(Times once, Times often) {
      warm.addAll(often.nanos().subList(WARM_UPS, ITERATIONS));
      whole.add(once.whole());
      digests.addAll(often.digests());
    }
  }

  private static void compare(HostedProgram program, Map<String, List<String>> engines)
      throws IOException, InterruptedException {
    Map<String, Figures> figures = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (Map.Entry<String, List<String>> engine : engines.entrySet()) {
        Times once = times(engine.getValue(), 1);
        Times often = times(engine.getValue(), ITERATIONS);
        figures.computeIfAbsent(engine.getKey(), name -> new Figures()).add(once, often);
      }
    }
    figures.forEach(
        (engine, found) ->
            System.out.printf(
                Locale.ROOT,
                "%s %s %.1f %.0f %s%n",
                program.label(),
                engine,
                median(found.warm()) / 1e6,
                median(found.whole()) / 1e6,
                String.join(" ", found.digests().stream().distinct().toList())));
  }

  private static long median(List<Long> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static Times times(List<String> command, int iterations)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(command);
    all.add(String.valueOf(iterations));
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(all)
            .redirectInput(new File("/dev/null"))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<Long> nanos = new ArrayList<>();
    List<String> digests = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        nanos.add(Long.parseLong(line.substring(0, line.indexOf(' '))));
        digests.add(line.substring(line.indexOf(' ') + 1));
      }
    }
    if (process.waitFor() != 0 || nanos.size() != iterations) {
      throw new IOException("failed: " + String.join(" ", all));
    }
    return new Times(System.nanoTime() - start, nanos, digests);
  }
}
