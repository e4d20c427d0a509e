package org.wasm2java.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One column's part in timing one case: its engine, its times so far, and what went wrong. An
 * engine that aborts is started again and warmed up as far as the one before was; after a number of
 * aborts the lane gives up.
 */
final class Lane implements AutoCloseable {
  /** Starts an engine; empty where there is none for the case. */
  @FunctionalInterface
  interface Start {
    Optional<Engine> engine() throws IOException, InterruptedException;
  }

  @FunctionalInterface
  private interface Step {
    void run(Engine engine) throws IOException, InterruptedException;
  }

  private final String column;
  private final BenchCase benchCase;
  private final Start start;
  private final int mostAborts;
  private final List<Sample> samples = new ArrayList<>();
  private @Nullable Engine engine;
  private int warmUps;
  private int warmUpsOfEngine;
  private int aborts;
  private String problem = "";

  /**
   * A lane that starts its engine when it is needed first.
   *
   * @param mostAborts after how many aborts of the engine it gives up
   */
  Lane(String column, BenchCase benchCase, Start start, int mostAborts) {
    this.column = column;
    this.benchCase = benchCase;
    this.start = start;
    this.mostAborts = mostAborts;
  }

  /** Starts the engine, so that this is no part of a round. */
  void open() throws InterruptedException {
    run(ready -> {});
  }

  /** Runs one iteration that does not count, unless something went wrong before. */
  void warmUp() throws InterruptedException {
    warmUps++;
    run(ready -> {});
  }

  /** Runs one iteration that counts, unless something went wrong before. */
  void measure() throws InterruptedException {
    run(
        ready -> {
          Sample sample = ready.iterate();
          if (isRight(sample)) {
            samples.add(sample);
          }
        });
  }

  /** Does a step with an engine that is as warm as it should be, again where the engine aborts. */
  private void run(Step step) throws InterruptedException {
    while (problem.isEmpty()) {
      try {
        Engine ready = warmEngine();
        if (ready != null && problem.isEmpty()) {
          step.run(ready);
        }
        return;
      } catch (EngineAbortedException e) {
        aborted(e);
      } catch (IOException e) {
        report("failed", e.toString());
      }
    }
  }

  private @Nullable Engine warmEngine() throws IOException, InterruptedException {
    if (engine == null) {
      engine = start.engine().orElse(null);
      warmUpsOfEngine = 0;
    }
    if (engine == null) {
      problem = Measurement.ABSENT;
      return null;
    }
    while (warmUpsOfEngine < warmUps && isRight(engine.iterate())) {
      warmUpsOfEngine++;
    }
    return engine;
  }

  private boolean isRight(Sample sample) {
    if (!sample.md5().equals(benchCase.md5())) {
      report("WRONG", "wrong output");
    }
    return problem.isEmpty();
  }

  private void aborted(EngineAbortedException e) {
    aborts++;
    engine = null;
    if (aborts >= mostAborts) {
      report("aborted", e.getMessage() + ", for the last time of " + aborts);
    } else {
      System.err.println("  " + column + ": " + e.getMessage() + ", starting it again");
    }
  }

  private void report(String cell, @Nullable String text) {
    problem = cell;
    System.err.println("  " + column + ": " + text);
  }

  /** Returns what the lane showed. */
  Measurement measurement() {
    return new Measurement(column, samples, aborts, problem);
  }

  @Override
  public void close() throws IOException {
    if (engine != null) {
      engine.close();
    }
  }
}
