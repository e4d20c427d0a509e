package org.wasm2java.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Times and ratios of one phase, a row a case, as text and as tab-separated values. */
final class ResultTable {
  private final String title;
  private final List<String> columns;
  private final String baseline;
  private final boolean showsGuestTime;
  private final Map<BenchCase, List<Measurement>> rows = new LinkedHashMap<>();

  /**
   * An empty table.
   *
   * @param baseline the column that ratios are relative to
   * @param showsGuestTime whether cells have the processor time of the guest's thread
   */
  ResultTable(String title, List<String> columns, String baseline, boolean showsGuestTime) {
    this.title = title;
    this.columns = List.copyOf(columns);
    this.baseline = baseline;
    this.showsGuestTime = showsGuestTime;
  }

  void add(BenchCase benchCase, List<Measurement> measurements) {
    rows.put(benchCase, List.copyOf(measurements));
  }

  /** Returns whether some column printed something wrong or failed. */
  boolean hasProblems() {
    return rows.values().stream().flatMap(List::stream).anyMatch(Measurement::isProblem);
  }

  /** Returns the table for people: milliseconds and, in brackets, time / baseline's time. */
  String text() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(line("", columns));
    rows.forEach(
        (benchCase, row) ->
            lines.add(line(benchCase.name(), row.stream().map(m -> cell(m, row)).toList())));
    Set<String> groups = new LinkedHashSet<>();
    rows.keySet().forEach(benchCase -> groups.add(benchCase.group()));
    groups.forEach(group -> lines.add(line("geomean " + group, geomeans(group))));
    return title + "\n" + aligned(lines);
  }

  private static List<String> line(String name, List<String> cells) {
    List<String> line = new ArrayList<>(List.of(name));
    line.addAll(cells);
    return line;
  }

  private static String aligned(List<List<String>> lines) {
    int name = lines.stream().mapToInt(line -> line.get(0).length()).max().orElse(0);
    int cell =
        lines.stream().flatMap(l -> l.stream().skip(1)).mapToInt(String::length).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      text.append(line.get(0)).append(" ".repeat(name - line.get(0).length()));
      line.stream().skip(1).forEach(c -> text.append(" ".repeat(cell + 2 - c.length())).append(c));
      text.append('\n');
    }
    return text.toString();
  }

  private String cell(Measurement measurement, List<Measurement> row) {
    if (!measurement.isUsable()) {
      return measurement.problem();
    }
    StringBuilder cell = new StringBuilder();
    if (measurement.aborts() > 0) {
      cell.append(measurement.aborts())
          .append(measurement.aborts() == 1 ? " abort, " : " aborts, ");
    }
    cell.append(milliseconds(measurement.medianNanos()));
    if (showsGuestTime) {
      OptionalDouble guest = measurement.medianGuestNanos();
      cell.append(" / ");
      cell.append(guest.isPresent() ? milliseconds(guest.getAsDouble()) : Sample.UNKNOWN);
    }
    ratio(measurement, row).ifPresent(r -> cell.append(String.format(Locale.ROOT, " (%.2f)", r)));
    return cell.toString();
  }

  private static String milliseconds(double nanos) {
    return String.format(Locale.ROOT, "%.1f", nanos / 1_000_000);
  }

  private Optional<Double> ratio(Measurement measurement, List<Measurement> row) {
    return row.stream()
        .filter(m -> m.column().equals(baseline) && m.isUsable() && measurement.isUsable())
        .findFirst()
        .map(measurement::ratioTo);
  }

  private List<String> geomeans(String group) {
    List<String> cells = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      double logarithms = 0;
      int count = 0;
      for (var row : rows.entrySet()) {
        Optional<Double> ratio = ratio(row.getValue().get(column), row.getValue());
        if (row.getKey().group().equals(group) && ratio.isPresent()) {
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

  /** Returns rows {@code phase case column round nanos guest_nanos}. */
  List<String> tsv(String phase) {
    List<String> lines = new ArrayList<>();
    rows.forEach(
        (benchCase, measurements) -> {
          for (Measurement measurement : measurements) {
            for (int round = 0; round < measurement.samples().size(); round++) {
              Sample sample = measurement.samples().get(round);
              lines.add(
                  String.join(
                      "\t",
                      phase,
                      benchCase.name(),
                      measurement.column(),
                      String.valueOf(round),
                      String.valueOf(sample.nanos()),
                      Sample.text(sample.guestNanos())));
            }
          }
        });
    return lines;
  }
}
