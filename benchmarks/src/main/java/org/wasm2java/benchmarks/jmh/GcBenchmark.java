package org.wasm2java.benchmarks.jmh;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Structures, arrays and references, in programs of the shapes that compilers make. */
public class GcBenchmark extends ModuleBenchmark {
  /** The kernel's name, which begins with that of its module. */
  @Param({
    "trees",
    "splay",
    "richards",
    "shapesVirtual",
    "shapesOne",
    "shapesCasts",
    "listsSum",
    "listsFunctions",
    "stringsWide",
    "stringsNarrow"
  })
  public String kernel = "";

  /** For JMH. */
  public GcBenchmark() {}

  /** Translates the module. */
  @Setup
  public void prepare() {
    time(kernel);
  }
}
