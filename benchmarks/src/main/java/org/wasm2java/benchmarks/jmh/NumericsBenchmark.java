package org.wasm2java.benchmarks.jmh;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.Store;

/**
 * Instructions whose operator Java lacks or has in another form; in Java, what people write there.
 */
public class NumericsBenchmark extends KernelBenchmark {
  /** The kernel's name in {@code numerics.wat}. */
  @Param({
    "divS",
    "divU",
    "divUConstant",
    "remU",
    "divS64",
    "divU64",
    "remU64",
    "ltU",
    "ltU64",
    "rotl",
    "bits",
    "truncS",
    "truncU",
    "truncU64",
    "truncSatS",
    "truncSatU64",
    "convertS",
    "convertU",
    "convertU64",
    "convertF32U64",
    "minF64",
    "maxF32",
    "floorF64",
    "truncF64",
    "nearestF64",
    "copysignF64",
    "sqrtF64"
  })
  public String kernel = "";

  /** For JMH. */
  public NumericsBenchmark() {}

  /** Translates the module. */
  @Setup
  public void prepare() {
    KernelModule module = KernelModule.load("numerics");
    Instance instance = module.instantiate(new Store());
    compare(kernel, module.unary(instance, kernel), JavaNumerics.kernel(kernel));
  }
}
