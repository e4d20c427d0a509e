package org.wasm2java.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Times a case in all columns, round by round: every round runs each column once, so that what
 * slows the machine down for a while slows down all of them.
 */
final class Stopwatch {
  private final List<Column> columns;
  private final Path logs;
  private final int mostAborts;

  /**
   * A stopwatch for columns.
   *
   * @param logs the folder for what engines say on standard error
   * @param mostAborts after how many aborts a column gives a case up
   */
  Stopwatch(List<Column> columns, Path logs, int mostAborts) {
    this.columns = columns;
    this.logs = logs;
    this.mostAborts = mostAborts;
  }

  /** Times whole processes. */
  List<Measurement> cold(BenchCase benchCase, int rounds) throws IOException, InterruptedException {
    List<Lane> lanes = new ArrayList<>();
    for (Column column : columns) {
      Path log = log(column, benchCase, "cold");
      lanes.add(lane(column, benchCase, () -> wholeProcesses(column, benchCase, log)));
    }
    return measure(lanes, 0, rounds);
  }

  /** Times iterations inside a process, after some that do not count. */
  List<Measurement> warm(BenchCase benchCase, int warmUps, int rounds)
      throws IOException, InterruptedException {
    List<Lane> lanes = new ArrayList<>();
    for (Column column : columns) {
      Path log = log(column, benchCase, "warm");
      Optional<List<String>> command = column.workerCommand(benchCase);
      lanes.add(
          command.isPresent()
              ? lane(column, benchCase, () -> Optional.of(Engine.ofWorker(command.get(), log)))
              : lane(column, benchCase, () -> wholeProcesses(column, benchCase, log)));
    }
    return measure(lanes, warmUps, rounds);
  }

  private Lane lane(Column column, BenchCase benchCase, Lane.Start start) {
    return new Lane(column.name(), benchCase, start, mostAborts);
  }

  private static Optional<Engine> wholeProcesses(Column column, BenchCase benchCase, Path log) {
    return column
        .coldCommand(benchCase)
        .map(command -> Engine.ofWholeProcesses(command, benchCase.input(), log));
  }

  /** Returns a log that is empty: all processes of the engine add to it. */
  private Path log(Column column, BenchCase benchCase, String phase) throws IOException {
    Path log = logs.resolve(phase + "-" + benchCase.name() + "-" + column.name() + ".log");
    Files.deleteIfExists(log);
    return log;
  }

  private static List<Measurement> measure(List<Lane> lanes, int warmUps, int rounds)
      throws IOException, InterruptedException {
    try {
      for (Lane lane : lanes) {
        lane.open();
      }
      for (int round = 0; round < warmUps; round++) {
        for (Lane lane : lanes) {
          lane.warmUp();
        }
      }
      for (int round = 0; round < rounds; round++) {
        for (Lane lane : lanes) {
          lane.measure();
        }
      }
    } finally {
      for (Lane lane : lanes) {
        lane.close();
      }
    }
    return lanes.stream().map(Lane::measurement).toList();
  }
}
