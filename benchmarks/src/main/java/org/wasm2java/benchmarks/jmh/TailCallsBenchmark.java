package org.wasm2java.benchmarks.jmh;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Tail calls: interpreters, functions that call each other, state machines and continuations. */
public class TailCallsBenchmark extends ModuleBenchmark {
  /** The kernel's name, which begins with that of its module. */
  @Param({
    "tailsIndirect",
    "tailsReference",
    "tailsEvenOdd",
    "tailsSelf",
    "tailsStates",
    "tailsContinuations"
  })
  public String kernel = "";

  /** For JMH. */
  public TailCallsBenchmark() {}

  /** Translates the module. */
  @Setup
  public void prepare() {
    time(kernel);
  }
}
