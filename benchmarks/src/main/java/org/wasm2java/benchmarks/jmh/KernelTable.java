package org.wasm2java.benchmarks.jmh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes one table of JMH's results on several JDKs: {@code KernelTable LABEL=FILE.csv ...} prints a
 * row a kernel, with the time of generated code and its ratio to hand-written Java for each file.
 */
public final class KernelTable {
  private static final String MISSING = "-";
  private static final int BENCHMARK = 0;
  private static final int SCORE = 4;
  private static final int KERNEL = 7;

  private final List<String> labels = new ArrayList<>();

  /** Times in nanoseconds by kernel, then by label and method. */
  private final Map<String, Map<String, Double>> times = new LinkedHashMap<>();

  private KernelTable() {}

  /** Prints the table. */
  public static void main(String[] args) throws IOException {
    KernelTable table = new KernelTable();
    for (String arg : args) {
      int separator = arg.indexOf('=');
      if (separator < 0) {
        throw new IllegalArgumentException("expected LABEL=FILE.csv, found " + arg);
      }
      table.read(arg.substring(0, separator), Path.of(arg.substring(separator + 1)));
    }
    System.out.print(table.markdown());
  }

  private void read(String label, Path file) throws IOException {
    if (!labels.contains(label)) {
      labels.add(label);
    }
    Files.readAllLines(file).stream().skip(1).forEach(line -> add(label, line, file));
  }

  private void add(String label, String line, Path file) {
    String[] cells = line.replace("\"", "").split(",", -1);
    if (cells.length <= KERNEL) {
      throw new UncheckedIOException(
          new IOException(file + ": expected results of kernels, found " + line));
    }
    String method = cells[BENCHMARK].substring(cells[BENCHMARK].lastIndexOf('.') + 1);
    times
        .computeIfAbsent(cells[KERNEL], kernel -> new LinkedHashMap<>())
        .put(label + method, Double.valueOf(cells[SCORE]));
  }

  private String markdown() {
    StringBuilder text = new StringBuilder("| kernel |");
    labels.forEach(label -> text.append(" ns on ").append(label).append(" | of Java's |"));
    text.append("\n|---|").append("--:|--:|".repeat(labels.size())).append('\n');
    times.forEach(
        (kernel, row) -> {
          text.append("| ").append(kernel).append(" |");
          labels.forEach(
              label -> text.append(cells(row.get(label + "wasm"), row.get(label + "java"))));
          text.append('\n');
        });
    return text.toString();
  }

  private static String cells(@Nullable Double wasm, @Nullable Double java) {
    String time = wasm == null ? MISSING : String.format(Locale.ROOT, "%.2f", wasm);
    String ratio =
        wasm == null || java == null ? MISSING : String.format(Locale.ROOT, "%.2f", wasm / java);
    return " " + time + " | " + ratio + " |";
  }
}
