package org.wasm2java.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * What one column showed for one case: times by round, or why there are none.
 *
 * @param column the column's name
 * @param nanos one time per round, in the rounds' order
 * @param problem empty, or what the table shows instead of a time
 */
record Measurement(String column, List<Long> nanos, String problem) {
  Measurement {
    nanos = List.copyOf(nanos);
  }

  /** Returns whether there are times. */
  boolean isUsable() {
    return problem.isEmpty() && !nanos.isEmpty();
  }

  /** Returns the median time. */
  double medianNanos() {
    return median(nanos.stream().map(Long::doubleValue).toList());
  }

  /** Returns the median over the rounds of this time divided by the other's in the same round. */
  double ratioTo(Measurement baseline) {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < nanos.size(); round++) {
      ratios.add((double) nanos.get(round) / baseline.nanos.get(round));
    }
    return median(ratios);
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
