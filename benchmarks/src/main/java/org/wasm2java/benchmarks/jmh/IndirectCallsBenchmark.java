package org.wasm2java.benchmarks.jmh;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.Store;

/** Calls through a table; in Java, an array of an interface. */
public class IndirectCallsBenchmark extends KernelBenchmark {
  /** The kernel's name in {@code indirect.wat}. */
  @Param({
    "fixedOne",
    "fixedTwo",
    "fixedFifty",
    "fixedRandom",
    "fixedThree",
    "fixedEight",
    "fixedThreeRepeating",
    "fixedEightRepeating",
    "fixedFiftyRepeating",
    "fixedThreeRandom",
    "fixedEightRandom",
    "writtenOne",
    "writtenTwo",
    "writtenFifty",
    "writtenRandom"
  })
  public String kernel = "";

  /** For JMH. */
  public IndirectCallsBenchmark() {}

  /** Translates the module. */
  @Setup
  public void prepare() {
    KernelModule module = KernelModule.load("indirect");
    Instance instance = module.instantiate(new Store());
    compare(kernel, module.unary(instance, kernel), JavaIndirectCalls.kernel(kernel));
  }
}
