package org.wasm2java.benchmarks;

import java.io.IOException;
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

  Stopwatch(List<Column> columns, Path logs) {
    this.columns = columns;
    this.logs = logs;
  }

  /** Times whole processes. */
  List<Measurement> cold(BenchCase benchCase, int rounds) throws IOException, InterruptedException {
    return measure(benchCase, 0, rounds, column -> wholeProcesses(column, benchCase, "cold"));
  }

  /** Times iterations inside a process, after some that do not count. */
  List<Measurement> warm(BenchCase benchCase, int warmUps, int rounds)
      throws IOException, InterruptedException {
    return measure(
        benchCase,
        warmUps,
        rounds,
        column -> {
          Optional<List<String>> command = column.workerCommand(benchCase);
          return command.isPresent()
              ? Optional.of(Engine.ofWorker(command.get(), log(column, benchCase, "warm")))
              : wholeProcesses(column, benchCase, "warm");
        });
  }

  private Optional<Engine> wholeProcesses(Column column, BenchCase benchCase, String phase) {
    return column
        .coldCommand(benchCase)
        .map(
            command ->
                Engine.ofWholeProcesses(command, benchCase.input(), log(column, benchCase, phase)));
  }

  private Path log(Column column, BenchCase benchCase, String phase) {
    return logs.resolve(phase + "-" + benchCase.name() + "-" + column.name() + ".log");
  }

  @FunctionalInterface
  private interface Start {
    Optional<Engine> engine(Column column) throws IOException, InterruptedException;
  }

  private List<Measurement> measure(BenchCase benchCase, int warmUps, int rounds, Start start)
      throws IOException, InterruptedException {
    List<Lane> lanes = new ArrayList<>();
    try {
      for (Column column : columns) {
        Lane lane = new Lane(column, benchCase);
        lanes.add(lane);
        open(lane, column, start);
      }
      for (int round = -warmUps; round < rounds; round++) {
        for (Lane lane : lanes) {
          lane.iterate(round >= 0);
        }
      }
    } finally {
      for (Lane lane : lanes) {
        lane.close();
      }
    }
    return lanes.stream().map(Lane::measurement).toList();
  }

  private static void open(Lane lane, Column column, Start start) throws InterruptedException {
    try {
      start.engine(column).ifPresent(lane::use);
    } catch (IOException e) {
      lane.failed(e);
    }
  }
}
