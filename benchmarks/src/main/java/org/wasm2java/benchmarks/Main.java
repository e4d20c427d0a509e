package org.wasm2java.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Times the benchmark programs cold (a whole process) and warm (in one process, a fresh instance
 * each time) in this project's output and in other engines, and prints a table of both.
 */
@Command(
    name = "benchmarks/run",
    sortOptions = false,
    description = "Times whole programs in this project's output and in other engines.")
public final class Main implements Callable<Integer> {
  @Mixin private BenchmarkOptions options = new BenchmarkOptions();

  /** Runs the command and exits: 0 if every program printed what it must. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path logs = Files.createDirectories(options.out.resolve("logs"));
    List<BenchCase> cases =
        BenchCase.readAll(options.bench).stream().filter(options::wants).toList();
    List<Column> columns = new ColumnFactory(options).columns();
    writeJars(cases);

    Stopwatch stopwatch = new Stopwatch(columns, logs);
    ResultTable warm = table("warm, median of %d iterations", options.iterations, columns);
    ResultTable cold = table("cold, median of %d processes", options.cold, columns);
    for (BenchCase benchCase : cases) {
      System.err.println("timing " + benchCase.name());
      cold.add(benchCase, stopwatch.cold(benchCase, options.cold));
      warm.add(benchCase, stopwatch.warm(benchCase, options.warmUps, options.iterations));
    }
    report(warm, cold);
    return warm.hasProblems() || cold.hasProblems() ? 1 : 0;
  }

  private static ResultTable table(String title, int rounds, List<Column> columns) {
    List<String> names = columns.stream().map(Column::name).toList();
    String first = names.isEmpty() ? "" : names.get(0);
    return new ResultTable(
        title.formatted(rounds) + ": milliseconds (median of time / time of " + first + ")",
        names,
        first);
  }

  private void writeJars(List<BenchCase> cases) throws IOException {
    Path jars = Files.createDirectories(options.out.resolve("jars"));
    Set<Variant> variants = EnumSet.of(Variant.PLAIN);
    options.columns.forEach(column -> variants.add(Variant.ofColumn(column)));
    for (BenchCase benchCase : cases) {
      long start = System.nanoTime();
      for (Variant variant : variants) {
        Path jar = jars.resolve(benchCase.name() + variant.suffix() + ".jar");
        GeneratedProgram.writeJar(benchCase.wasm(), jar, variant);
      }
      System.err.printf(
          Locale.ROOT,
          "translated %s in %.1f s%n",
          benchCase.name(),
          (System.nanoTime() - start) / 1e9);
    }
  }

  private void report(ResultTable warm, ResultTable cold) throws IOException {
    String text = warm.text() + System.lineSeparator() + cold.text();
    System.out.print(text);
    Files.writeString(options.out.resolve("results.txt"), text);
    List<String> lines = new ArrayList<>(List.of("phase\tcase\tcolumn\tround\tnanos"));
    lines.addAll(warm.tsv("warm"));
    lines.addAll(cold.tsv("cold"));
    Files.write(options.out.resolve("results.tsv"), lines);
  }
}
