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

  private static void compare(HostedProgram program, Map<String, List<String>> engines)
      throws IOException, InterruptedException {
    Map<String, List<Long>> warm = new LinkedHashMap<>();
    Map<String, List<Long>> whole = new LinkedHashMap<>();
    Map<String, List<String>> digests = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (Map.Entry<String, List<String>> engine : engines.entrySet()) {
        Times once = times(engine.getValue(), 1);
        Times often = times(engine.getValue(), ITERATIONS);
        List<Long> last = often.nanos().subList(WARM_UPS, ITERATIONS);
        warm.computeIfAbsent(engine.getKey(), name -> new ArrayList<>()).addAll(last);
        whole.computeIfAbsent(engine.getKey(), name -> new ArrayList<>()).add(once.whole());
        digests.computeIfAbsent(engine.getKey(), name -> new ArrayList<>()).addAll(often.digests());
      }
    }
    for (String engine : engines.keySet()) {
      System.out.printf(
          Locale.ROOT,
          "%s %s %.1f %.0f %s%n",
          program.label(),
          engine,
          median(warm.get(engine)) / 1e6,
          median(whole.get(engine)) / 1e6,
          String.join(" ", digests.get(engine).stream().distinct().toList()));
    }
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
