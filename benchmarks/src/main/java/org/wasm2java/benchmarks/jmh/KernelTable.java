package org.wasm2java.benchmarks.jmh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes one table of what JMH printed on several JDKs: {@code KernelTable LABEL=LOG ...} prints a
 * row a kernel, with the time of generated code and its ratio to hand-written Java for each label.
 * A time is the median of the iterations: JMH's own mean follows every pause of the machine.
 */
public final class KernelTable {
  private static final String MISSING = "-";
  private static final Pattern BENCHMARK = Pattern.compile("# Benchmark: .*\\.(\\w+)");
  private static final Pattern KERNEL = Pattern.compile("# Parameters: \\(kernel = (\\w+)\\)");
  private static final Pattern ITERATION =
      Pattern.compile("Iteration +\\d+: (?:≈ )?([0-9.]+) .*ns/op");

  private final List<String> labels = new ArrayList<>();

  /** Times in nanoseconds by kernel, then by label and method. */
  private final Map<String, Map<String, List<Double>>> times = new LinkedHashMap<>();

  private KernelTable() {}

  /** Prints the table. */
  public static void main(String[] args) throws IOException {
    KernelTable table = new KernelTable();
    for (String arg : args) {
      int separator = arg.indexOf('=');
      if (separator < 0) {
        throw new IllegalArgumentException("expected LABEL=LOG, found " + arg);
      }
      table.read(arg.substring(0, separator), Path.of(arg.substring(separator + 1)));
    }
    System.out.print(table.markdown());
  }

  private void read(String label, Path log) throws IOException {
    if (!labels.contains(label)) {
      labels.add(label);
    }
    String method = "";
    String kernel = "";
    for (String line : Files.readAllLines(log)) {
      Matcher benchmark = BENCHMARK.matcher(line);
      Matcher parameter = KERNEL.matcher(line);
      Matcher iteration = ITERATION.matcher(line);
      if (benchmark.matches()) {
        method = benchmark.group(1);
      } else if (parameter.matches()) {
        kernel = parameter.group(1);
      } else if (iteration.matches()) {
        times
            .computeIfAbsent(kernel, name -> new LinkedHashMap<>())
            .computeIfAbsent(label + method, name -> new ArrayList<>())
            .add(Double.valueOf(iteration.group(1)));
      }
    }
  }

  private String markdown() {
    StringBuilder text = new StringBuilder("| kernel |");
    labels.forEach(label -> text.append(" ns on ").append(label).append(" | of Java's |"));
    text.append("\n|---|").append("--:|--:|".repeat(labels.size())).append('\n');
    times.forEach(
        (kernel, row) -> {
          text.append("| ").append(kernel).append(" |");
          for (String label : labels) {
            double wasm = median(row.getOrDefault(label + "wasm", List.of()));
            double java = median(row.getOrDefault(label + "java", List.of()));
            text.append(cell(wasm)).append(cell(wasm / java));
          }
          text.append('\n');
        });
    return text.toString();
  }

  private static double median(List<Double> values) {
    if (values.isEmpty()) {
      return Double.NaN;
    }
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  private static String cell(double value) {
    String text = Double.isNaN(value) ? MISSING : String.format(Locale.ROOT, "%.2f", value);
    return " " + text + " |";
  }
}
