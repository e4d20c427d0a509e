package org.wasm2java.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The command line. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class BenchmarkOptions {
  @Option(
      names = "--only",
      split = ",",
      paramLabel = "CASE",
      description = "the cases to run; all by default")
  @Nullable List<String> only;

  @Option(
      names = "--columns",
      split = ",",
      paramLabel = "COLUMN",
      defaultValue = "ours17,ours25,v8,native,endive",
      description =
          "the engines, the first one is what ratios are relative to: ${DEFAULT-VALUE}; also graalwasm")
  List<String> columns;

  @Option(
      names = "--iterations",
      paramLabel = "N",
      defaultValue = "5",
      description = "timed warm iterations: ${DEFAULT-VALUE}")
  int iterations;

  @Option(
      names = "--warm-ups",
      paramLabel = "N",
      defaultValue = "5",
      description = "warm iterations before them: ${DEFAULT-VALUE}")
  int warmUps;

  @Option(
      names = "--cold",
      paramLabel = "N",
      defaultValue = "3",
      description = "timed whole processes: ${DEFAULT-VALUE}")
  int cold;

  @Option(
      names = "--jdk17",
      paramLabel = "DIR",
      description = "a JDK 17; by default JDK17_HOME, the JDK that runs this, or one beside it")
  @Nullable Path jdk17;

  @Option(
      names = "--jdk25",
      paramLabel = "DIR",
      description = "a JDK 25; by default JDK25_HOME, the JDK that runs this, or one beside it")
  @Nullable Path jdk25;

  @Option(
      names = "--node",
      paramLabel = "FILE",
      defaultValue = "node",
      description = "the node that has V8: ${DEFAULT-VALUE}")
  String node;

  @Option(
      names = "--native-sources",
      paramLabel = "DIR",
      description =
          "sources of lua, sqlite, zlib and zstd, as the benchmark folder's build.sh wants them")
  @Nullable Path nativeSources;

  @Option(
      names = "--bench",
      paramLabel = "DIR",
      required = true,
      description = "a folder with cases.tsv; may be given several times")
  List<Path> bench;

  @Option(
      names = "--aborts",
      paramLabel = "N",
      defaultValue = "3",
      description =
          "after how many aborts of an engine a case is given up: ${DEFAULT-VALUE}; before, the engine"
              + " is started again")
  int mostAborts;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "where jars, logs and results go")
  Path out;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "print this")
  boolean help;

  /** Reads the cases that are to be run. */
  List<BenchCase> cases() throws BadCasesException {
    List<BenchCase> all = CasesReader.readAll(bench);
    if (only == null) {
      return all;
    }
    List<String> names = all.stream().map(BenchCase::name).toList();
    for (String wanted : only) {
      if (!names.contains(wanted)) {
        throw new BadCasesException(
            "no case is called " + wanted + "; there are " + String.join(", ", names));
      }
    }
    return all.stream().filter(benchCase -> only.contains(benchCase.name())).toList();
  }

  /** Returns the {@code java} of a JDK of this version: named, or found by {@link Jdks}. */
  Optional<Path> java(int version) {
    Path named = version == 17 ? jdk17 : jdk25;
    return (named == null ? Jdks.find(version) : Optional.of(named))
        .map(BenchmarkOptions::executable);
  }

  private static Path executable(Path home) {
    Path java = home.resolve("bin").resolve("java");
    if (!Files.isExecutable(java)) {
      throw new IllegalArgumentException(home + " is not a JDK's folder: it has no bin/java");
    }
    return java;
  }
}
