package org.wasm2java.benchmarks;

import java.util.List;

/** A WASI command in some engine, prepared so that only instantiation and execution are left. */
@FunctionalInterface
public interface Program {
  /**
   * Runs the command in a fresh instance.
   *
   * @param arguments without the program's name
   * @param input all of standard input
   * @return what it printed, and the time that it took of a processor
   * @throws IllegalStateException if the exit code is not 0
   */
  ProgramRun run(List<String> arguments, byte[] input);
}
