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
    System.exit(commandLine().execute(args));
  }

  /** Returns the command, which tells of mistakes of the user in a line each. */
  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(
            (e, command, parsed) -> {
              if (e instanceof BadCasesException || e instanceof IllegalArgumentException) {
                command.getErr().println(e.getMessage());
                return CommandLine.ExitCode.USAGE;
              }
              throw e;
            });
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path logs = Files.createDirectories(options.out.resolve("logs"));
    List<BenchCase> cases = options.cases();
    List<Column> columns = new ColumnFactory(options).columns();
    writeJars(cases);

    Stopwatch stopwatch = new Stopwatch(columns, logs, options.mostAborts);
    ResultTable warm = table(true, options.iterations, columns);
    ResultTable cold = table(false, options.cold, columns);
    for (BenchCase benchCase : cases) {
      System.err.println("timing " + benchCase.name());
      cold.add(benchCase, stopwatch.cold(benchCase, options.cold));
      warm.add(benchCase, stopwatch.warm(benchCase, options.warmUps, options.iterations));
    }
    report(warm, cold);
    return warm.hasProblems() || cold.hasProblems() ? 1 : 0;
  }

  private static ResultTable table(boolean isWarm, int rounds, List<Column> columns) {
    List<String> names = columns.stream().map(Column::name).toList();
    String first = names.isEmpty() ? "" : names.get(0);
    String title =
        isWarm
            ? "warm, median of %d iterations: milliseconds / those of a processor in the guest's thread"
            : "cold, median of %d processes: milliseconds";
    return new ResultTable(
        title.formatted(rounds) + " (median of time / time of " + first + ")",
        names,
        first,
        isWarm);
  }

  private void writeJars(List<BenchCase> cases) throws IOException {
    Path jars = Files.createDirectories(options.out.resolve("jars"));
    Set<Variant> variants = EnumSet.of(Variant.PLAIN);
    options.columns.forEach(column -> variants.add(Variant.ofColumn(column).ofJar()));
    for (BenchCase benchCase : cases) {
      long start = System.nanoTime();
      for (Variant variant : variants) {
        Path jar = jars.resolve(variant.jarName(benchCase.name()));
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
    List<String> lines = new ArrayList<>(List.of("phase\tcase\tcolumn\tround\tnanos\tguest_nanos"));
    lines.addAll(warm.tsv("warm"));
    lines.addAll(cold.tsv("cold"));
    Files.write(options.out.resolve("results.tsv"), lines);
  }
}
