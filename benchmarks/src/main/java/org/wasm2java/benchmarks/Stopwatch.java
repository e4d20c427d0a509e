package org.wasm2java.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    Map<String, Engine> engines = new LinkedHashMap<>();
    Map<String, String> problems = new LinkedHashMap<>();
    Map<String, List<Long>> nanos = new LinkedHashMap<>();
    try {
      for (Column column : columns) {
        nanos.put(column.name(), new ArrayList<>());
        open(column, start, engines, problems);
      }
      for (int round = -warmUps; round < rounds; round++) {
        for (var engine : engines.entrySet()) {
          if (!problems.containsKey(engine.getKey())) {
            long time = time(engine, benchCase, problems);
            if (round >= 0) {
              nanos.get(engine.getKey()).add(time);
            }
          }
        }
      }
    } finally {
      for (Engine engine : engines.values()) {
        engine.close();
      }
    }
    return columns.stream()
        .map(Column::name)
        .map(name -> new Measurement(name, nanos.get(name), problems.getOrDefault(name, "")))
        .toList();
  }

  private static void open(
      Column column, Start start, Map<String, Engine> engines, Map<String, String> problems)
      throws InterruptedException {
    try {
      Optional<Engine> engine = start.engine(column);
      if (engine.isPresent()) {
        engines.put(column.name(), engine.get());
      } else {
        problems.put(column.name(), "-");
      }
    } catch (IOException e) {
      problems.put(column.name(), report(column.name(), e.getMessage()));
    }
  }

  private static long time(
      Map.Entry<String, Engine> engine, BenchCase benchCase, Map<String, String> problems)
      throws InterruptedException {
    try {
      Sample sample = engine.getValue().iterate();
      if (!sample.md5().equals(benchCase.md5())) {
        problems.put(engine.getKey(), report(engine.getKey(), "wrong output"));
      }
      return sample.nanos();
    } catch (IOException e) {
      problems.put(engine.getKey(), report(engine.getKey(), e.getMessage()));
      return 0;
    }
  }

  private static String report(String column, String problem) {
    System.err.println("  " + column + ": " + problem);
    return problem.startsWith("wrong") ? "WRONG" : "failed";
  }
}
