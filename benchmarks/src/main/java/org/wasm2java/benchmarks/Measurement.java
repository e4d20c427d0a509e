package org.wasm2java.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What one column showed for one case: times by round, or why there are none.
 *
 * @param column the column's name
 * @param samples one per round, in the rounds' order
 * @param aborts how often the engine aborted and was started again
 * @param problem empty, or what the table shows instead of a time
 */
record Measurement(String column, List<Sample> samples, int aborts, String problem) {
  /** What the table shows where there is no such engine for a case. */
  static final String ABSENT = "-";

  Measurement {
    samples = List.copyOf(samples);
  }

  /** Returns whether there are times. */
  boolean isUsable() {
    return problem.isEmpty() && !samples.isEmpty();
  }

  /** Returns whether there should be times, and are none. */
  boolean isProblem() {
    return !isUsable() && !problem.equals(ABSENT);
  }

  /** Returns the median time. */
  double medianNanos() {
    return median(samples.stream().map(sample -> (double) sample.nanos()).toList());
  }

  /** Returns the median processor time of the guest's thread, if every round has one. */
  OptionalDouble medianGuestNanos() {
    if (samples.isEmpty() || samples.stream().anyMatch(sample -> sample.guestNanos().isEmpty())) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        median(samples.stream().map(s -> (double) s.guestNanos().getAsLong()).toList()));
  }

  /** Returns the median over the rounds of this time divided by the other's in the same round. */
  double ratioTo(Measurement baseline) {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < samples.size(); round++) {
      ratios.add((double) samples.get(round).nanos() / baseline.samples.get(round).nanos());
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
