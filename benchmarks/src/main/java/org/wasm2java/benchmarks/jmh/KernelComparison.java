package org.wasm2java.benchmarks.jmh;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.wasm2java.benchmarks.Jdks;

/**
 * Times the kernels of modules in V8, on JDK 17 and on JDK 25, in processes that take turns: {@code
 * KernelComparison OUTPUT ROUNDS MODULE...} prints a table of medians, with the median of the
 * ratios within a round.
 */
public final class KernelComparison {
  private static final String V8 = "V8";

  /** What the name of a kernel ends with that is another one with a try around each call. */
  private static final String TRIED = "Tried";

  private final Path output;
  private final int rounds;

  /** What a kernel gave in one process: nanoseconds a step on the clock and on the processor. */
  private record Figure(int checksum, double wall, double processor) {}

  /** Rounds of a kernel by engine. */
  private final Map<String, Map<String, List<Figure>>> figures = new LinkedHashMap<>();

  private KernelComparison(Path output, int rounds) {
    this.output = output;
    this.rounds = rounds;
  }

  /** Compares and prints. */
  public static void main(String[] args) throws IOException, InterruptedException {
    KernelComparison comparison = new KernelComparison(Path.of(args[0]), Integer.parseInt(args[1]));
    comparison.run(Arrays.asList(args).subList(2, args.length));
    comparison.print();
  }

  private void run(List<String> modules) throws IOException, InterruptedException {
    Files.createDirectories(output);
    copy("kernels.mjs");
    for (int round = 0; round < rounds; round++) {
      for (String module : modules) {
        copy(module + ".wasm");
        for (Map.Entry<String, List<String>> engine : engines(module).entrySet()) {
          time(engine.getKey(), engine.getValue());
        }
      }
    }
  }

  private void copy(String resource) throws IOException {
    try (InputStream in = KernelComparison.class.getResourceAsStream(resource)) {
      Path file = output.resolve(resource);
      Files.copy(Objects.requireNonNull(in, resource), file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private Map<String, List<String>> engines(String module) {
    Map<String, List<String>> engines = new LinkedHashMap<>();
    engines.put(V8, List.of("node", output.resolve("kernels.mjs").toString(), module));
    for (int version : new int[] {17, 25}) {
      Jdks.find(version)
          .ifPresent(home -> engines.put(String.valueOf(version), java(home, module)));
    }
    return engines;
  }

  private static List<String> java(Path home, String module) {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/java").toString());
    command.add(ModuleBenchmark.HEAP_AT_START);
    command.add(ModuleBenchmark.HEAP_AT_MOST);
    command.add(ModuleBenchmark.HEAP_TOUCHED);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(KernelWorker.class.getName(), module));
    return command;
  }

  private void time(String engine, List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        List<String> words = Arrays.asList(line.split(" ", -1));
        figures
            .computeIfAbsent(words.get(0), kernel -> new LinkedHashMap<>())
            .computeIfAbsent(engine, name -> new ArrayList<>())
            .add(
                new Figure(
                    Integer.parseInt(words.get(1)),
                    Double.parseDouble(words.get(2)),
                    Double.parseDouble(words.get(3))));
      }
    }
    if (process.waitFor() != 0) {
      throw new IOException("failed: " + String.join(" ", command));
    }
  }

  /** Prints a row a kernel: processor time, its ratios, and those of the time on the clock. */
  private void print() {
    List<String> engines =
        figures.values().stream().flatMap(row -> row.keySet().stream()).distinct().toList();
    StringBuilder text = new StringBuilder("| kernel |");
    engines.forEach(engine -> text.append(heads(engine)));
    text.append("\n|---|").append("--:|".repeat(3 * engines.size() - 2)).append('\n');
    figures.forEach(
        (kernel, row) -> {
          text.append("| ").append(kernel).append(" |");
          row.keySet().forEach(engine -> text.append(cells(row, engine)));
          text.append('\n');
        });
    text.append("| geometric mean | |");
    engines.stream().filter(engine -> !engine.equals(V8)).forEach(each -> text.append(means(each)));
    System.out.println(text);
    engines.forEach(this::printTries);
    figures.forEach(KernelComparison::check);
  }

  /** Prints what a try around each call costs: processor time of kernels that are there twice. */
  private void printTries(String engine) {
    double[] logarithms =
        figures.keySet().stream()
            .filter(kernel -> figures.containsKey(kernel + TRIED))
            .mapToDouble(kernel -> Math.log(least(kernel + TRIED, engine) / least(kernel, engine)))
            .toArray();
    if (logarithms.length > 0) {
      double mean = Math.exp(Arrays.stream(logarithms).average().orElseThrow());
      System.out.printf(Locale.ROOT, "%s: with a try around each call %.3f%n", engine, mean);
    }
  }

  private double least(String kernel, String engine) {
    return of(figures.getOrDefault(kernel, Map.of()), engine).stream()
        .mapToDouble(Figure::processor)
        .min()
        .orElseThrow();
  }

  private static List<Figure> of(Map<String, List<Figure>> row, String engine) {
    return row.getOrDefault(engine, List.of());
  }

  private static String heads(String engine) {
    return engine.equals(V8)
        ? " ns in V8 |"
        : String.format(" ns on %s | of V8's | on the clock |", engine);
  }

  private static String cells(Map<String, List<Figure>> row, String engine) {
    String nanos =
        format(median(of(row, engine).stream().mapToDouble(Figure::processor).sorted().toArray()));
    return engine.equals(V8)
        ? nanos
        : nanos
            + format(ratio(row, engine, Figure::processor))
            + format(ratio(row, engine, Figure::wall));
  }

  private String means(String engine) {
    return " |" + mean(engine, Figure::processor) + mean(engine, Figure::wall);
  }

  private String mean(String engine, ToDoubleFunction<Figure> time) {
    double logarithms =
        figures.values().stream()
            .mapToDouble(row -> Math.log(ratio(row, engine, time)))
            .average()
            .orElse(Double.NaN);
    return format(Math.exp(logarithms));
  }

  /** The median of an engine's time divided by V8's in the same round. */
  private static double ratio(
      Map<String, List<Figure>> row, String engine, ToDoubleFunction<Figure> time) {
    List<Figure> ours = of(row, engine);
    List<Figure> others = of(row, V8);
    double[] ratios = new double[ours.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = time.applyAsDouble(ours.get(i)) / time.applyAsDouble(others.get(i));
    }
    Arrays.sort(ratios);
    return median(ratios);
  }

  private static double median(double[] sorted) {
    return sorted[sorted.length / 2];
  }

  private static String format(double value) {
    return String.format(Locale.ROOT, " %.2f |", value);
  }

  private static void check(String kernel, Map<String, List<Figure>> row) {
    long checksums =
        row.values().stream().flatMap(List::stream).mapToInt(Figure::checksum).distinct().count();
    if (checksums > 1) {
      throw new IllegalStateException(kernel + ": the engines' results differ: " + row);
    }
  }
}
