package org.wasm2java.benchmarks.jmh;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.Store;

/** Shapes of memory access; in Java, arrays of the type that is accessed. */
public class MemoryBenchmark extends KernelBenchmark {
  /** The kernel's name in {@code memory.wat}. */
  @Param({
    "load8",
    "load16",
    "load32",
    "load32Unsigned",
    "load64",
    "loadF64",
    "load32Offset",
    "load32Unaligned",
    "load32Stride",
    "load32Random",
    "chase32",
    "store8",
    "store32",
    "store64",
    "copyLoop32",
    "addF64",
    "copy16",
    "fill16",
    "copy256",
    "fill256",
    "copy4096",
    "fill4096"
  })
  public String kernel = "";

  /** For JMH. */
  public MemoryBenchmark() {}

  /** Translates the module. */
  @Setup
  public void prepare() {
    KernelModule module = KernelModule.load("memory");
    Instance instance = module.instantiate(new Store());
    instance.export("init").call();
    compare(kernel, module.unary(instance, kernel), new JavaMemory().kernel(kernel));
  }
}
