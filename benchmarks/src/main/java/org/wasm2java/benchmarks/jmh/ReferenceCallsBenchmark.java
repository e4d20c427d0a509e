package org.wasm2java.benchmarks.jmh;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Calls through references, and the same through a table, by how many targets one call has. */
public class ReferenceCallsBenchmark extends ModuleBenchmark {
  /** The kernel's name, which begins with that of its module. */
  @Param({
    "referencesOne",
    "referencesTableOne",
    "referencesTwo",
    "referencesTableTwo",
    "referencesThree",
    "referencesTableThree",
    "referencesEight",
    "referencesTableEight",
    "referencesEightRandom",
    "referencesTableEightRandom",
    "referencesGlobal"
  })
  public String kernel = "";

  /** For JMH. */
  public ReferenceCallsBenchmark() {}

  /** Translates the module. */
  @Setup
  public void prepare() {
    time(kernel);
  }
}
