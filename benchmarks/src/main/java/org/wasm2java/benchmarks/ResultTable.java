package org.wasm2java.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Times and ratios of one phase, a row a case, as text and as tab-separated values. */
final class ResultTable {
  private final String title;
  private final List<String> columns;
  private final String baseline;
  private final Map<BenchCase, List<Measurement>> rows = new LinkedHashMap<>();

  /**
   * An empty table.
   *
   * @param baseline the column that ratios are relative to
   */
  ResultTable(String title, List<String> columns, String baseline) {
    this.title = title;
    this.columns = List.copyOf(columns);
    this.baseline = baseline;
  }

  void add(BenchCase benchCase, List<Measurement> measurements) {
    rows.put(benchCase, List.copyOf(measurements));
  }

  /** Returns whether some column printed something wrong or failed. */
  boolean hasProblems() {
    return rows.values().stream()
        .flatMap(List::stream)
        .anyMatch(measurement -> !measurement.isUsable() && !measurement.problem().equals("-"));
  }

  /** Returns the table for people: milliseconds and, in brackets, time / baseline's time. */
  String text() {
    StringBuilder text = new StringBuilder(title).append('\n');
    appendRow(text, "", columns);
    rows.forEach(
        (benchCase, measurements) ->
            appendRow(
                text,
                benchCase.name(),
                measurements.stream().map(m -> cell(m, measurements)).toList()));
    appendRow(text, "geomean kernels", geomeans(c -> !c.isApplication()));
    appendRow(text, "geomean programs", geomeans(BenchCase::isApplication));
    return text.toString();
  }

  private static void appendRow(StringBuilder text, String name, List<String> cells) {
    text.append(String.format(Locale.ROOT, "%-16s", name));
    cells.forEach(cell -> text.append(String.format(Locale.ROOT, " %18s", cell)));
    text.append('\n');
  }

  private String cell(Measurement measurement, List<Measurement> row) {
    if (!measurement.isUsable()) {
      return measurement.problem();
    }
    String milliseconds = String.format(Locale.ROOT, "%.1f", measurement.medianNanos() / 1_000_000);
    return ratio(measurement, row)
        .map(ratio -> milliseconds + String.format(Locale.ROOT, " (%.2f)", ratio))
        .orElse(milliseconds);
  }

  private Optional<Double> ratio(Measurement measurement, List<Measurement> row) {
    return row.stream()
        .filter(m -> m.column().equals(baseline) && m.isUsable() && measurement.isUsable())
        .findFirst()
        .map(measurement::ratioTo);
  }

  private List<String> geomeans(Predicate<BenchCase> wanted) {
    List<String> cells = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      double logarithms = 0;
      int count = 0;
      for (var row : rows.entrySet()) {
        Optional<Double> ratio = ratio(row.getValue().get(column), row.getValue());
        if (wanted.test(row.getKey()) && ratio.isPresent()) {
          logarithms += Math.log(ratio.get());
          count++;
        }
      }
      cells.add(
          count == 0
              ? "-"
              : String.format(Locale.ROOT, "%.2f of %d", Math.exp(logarithms / count), count));
    }
    return cells;
  }

  /** Returns rows {@code phase case column round nanos}. */
  List<String> tsv(String phase) {
    List<String> lines = new ArrayList<>();
    rows.forEach(
        (benchCase, measurements) -> {
          for (Measurement measurement : measurements) {
            for (int round = 0; round < measurement.nanos().size(); round++) {
              lines.add(
                  String.join(
                      "\t",
                      phase,
                      benchCase.name(),
                      measurement.column(),
                      String.valueOf(round),
                      String.valueOf(measurement.nanos().get(round))));
            }
          }
        });
    return lines;
  }
}
