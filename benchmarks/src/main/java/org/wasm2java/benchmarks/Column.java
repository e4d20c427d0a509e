package org.wasm2java.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An engine that programs are timed in: a column of the table. */
sealed interface Column {
  /** Returns the name that options and tables use. */
  String name();

  /** Returns the command that runs a case as a whole process; empty where it is not to be had. */
  Optional<List<String>> coldCommand(BenchCase benchCase);

  /**
   * Returns the command of a process that answers one line with the result of one iteration, see
   * {@link Worker}; empty where an iteration is a whole process.
   */
  Optional<List<String>> workerCommand(BenchCase benchCase);

  /** Standard input as the workers take it. */
  private static String inputArgument(BenchCase benchCase) {
    return benchCase.input().map(Path::toString).orElse("-");
  }

  private static List<String> concat(List<String> head, List<String> tail) {
    List<String> all = new ArrayList<>(head);
    all.addAll(tail);
    return all;
  }

  /** This project's output: a jar that runs by itself, without any flag of the JVM. */
  record Generated(String name, Path java, String classPath, Path jars, Variant variant)
      implements Column {
    @Override
    public Optional<List<String>> coldCommand(BenchCase benchCase) {
      return Optional.of(command(benchCase, List.of("-jar", jar(benchCase))));
    }

    @Override
    public Optional<List<String>> workerCommand(BenchCase benchCase) {
      List<String> worker =
          List.of(
              "-cp",
              classPath,
              Worker.class.getName(),
              "generated",
              jar(benchCase),
              inputArgument(benchCase));
      return Optional.of(command(benchCase, worker));
    }

    private List<String> command(BenchCase benchCase, List<String> program) {
      List<String> command = new ArrayList<>(List.of(java.toString()));
      command.addAll(variant.jvmArguments());
      command.addAll(program);
      return concat(command, benchCase.arguments());
    }

    private String jar(BenchCase benchCase) {
      return jars.resolve(variant.jarName(benchCase.name())).toString();
    }
  }

  /** Another engine on a JVM, which translates the module itself, in every process anew. */
  record Peer(String name, String engine, Path java, List<String> jvmArguments, String classPath)
      implements Column {
    @Override
    public Optional<List<String>> coldCommand(BenchCase benchCase) {
      return Optional.of(command(benchCase, List.of("once", engine)));
    }

    @Override
    public Optional<List<String>> workerCommand(BenchCase benchCase) {
      return Optional.of(command(benchCase, List.of(engine)));
    }

    private List<String> command(BenchCase benchCase, List<String> workerArguments) {
      List<String> command = new ArrayList<>(List.of(java.toString()));
      command.addAll(jvmArguments);
      command.addAll(List.of("-cp", classPath, Worker.class.getName()));
      command.addAll(workerArguments);
      command.addAll(List.of(benchCase.wasm().toString(), inputArgument(benchCase)));
      return concat(command, benchCase.arguments());
    }
  }

  /** V8 through node. */
  record Node(String name, String node, Path script, Path output) implements Column {
    /** Node 20 aborts now and then when its own WASI functions are called the fast way. */
    private static final String NO_FAST_CALLS = "--no-turbo-fast-api-calls";

    @Override
    public Optional<List<String>> coldCommand(BenchCase benchCase) {
      return Optional.of(command(benchCase, "once"));
    }

    @Override
    public Optional<List<String>> workerCommand(BenchCase benchCase) {
      return Optional.of(command(benchCase, output.toString()));
    }

    private List<String> command(BenchCase benchCase, String outputArgument) {
      List<String> command =
          List.of(
              node,
              "--no-warnings",
              NO_FAST_CALLS,
              script.toString(),
              benchCase.wasm().toString(),
              inputArgument(benchCase),
              outputArgument);
      return concat(command, benchCase.arguments());
    }
  }

  /** The same sources compiled for this machine; its iterations are whole processes. */
  record Native(String name, Path binaries) implements Column {
    @Override
    public Optional<List<String>> coldCommand(BenchCase benchCase) {
      Path binary = binaries.resolve(benchCase.name());
      return Files.isExecutable(binary)
          ? Optional.of(concat(List.of(binary.toString()), benchCase.arguments()))
          : Optional.empty();
    }

    @Override
    public Optional<List<String>> workerCommand(BenchCase benchCase) {
      return Optional.empty();
    }
  }
}
