package org.wasm2java.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One column's part in timing one case: its engine, its times so far, and what went wrong. */
final class Lane implements AutoCloseable {
  private final String column;
  private final BenchCase benchCase;
  private final List<Long> nanos = new ArrayList<>();
  private @Nullable Engine engine;
  private String problem = "";

  /** A lane without an engine, which shows as {@code -}. */
  Lane(Column column, BenchCase benchCase) {
    this.column = column.name();
    this.benchCase = benchCase;
  }

  /** Gives the lane the engine to run in. */
  void use(Engine preparedEngine) {
    engine = preparedEngine;
  }

  /** Runs one iteration, unless something went wrong before. */
  void iterate(boolean counts) throws InterruptedException {
    if (engine == null || !problem.isEmpty()) {
      return;
    }
    try {
      Sample sample = engine.iterate();
      if (!sample.md5().equals(benchCase.md5())) {
        report("WRONG", "wrong output");
      } else if (counts) {
        nanos.add(sample.nanos());
      }
    } catch (IOException e) {
      failed(e);
    }
  }

  /** Notes that the engine failed. */
  void failed(IOException e) {
    report("failed", e.toString());
  }

  private void report(String cell, String text) {
    problem = cell;
    System.err.println("  " + column + ": " + text);
  }

  /** Returns what the lane showed. */
  Measurement measurement() {
    return new Measurement(column, nanos, engine == null && problem.isEmpty() ? "-" : problem);
  }

  @Override
  public void close() throws IOException {
    if (engine != null) {
      engine.close();
    }
  }
}
