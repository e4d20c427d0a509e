package org.wasm2java.benchmarks;

import java.util.List;
import org.wasm2java.aot.TranslationOptions;

/** How columns of this project's output can differ: options of the translation or of a run. */
enum Variant {
  /** None. */
  PLAIN(""),
  /** Code that can be interrupted. */
  INTERRUPTIBLE("-interruptible"),
  /** Code that uses up fuel. */
  FUEL("-fuel"),
  /** Plain code whose memories have 32 MiB in reserve for growth. */
  RESERVE("-reserve");

  private final String suffix;

  Variant(String suffix) {
    this.suffix = suffix;
  }

  /** Returns the variant whose jars this one runs. */
  Variant ofJar() {
    return this == RESERVE ? PLAIN : this;
  }

  /** Returns the name of the jar of a case. */
  String jarName(String caseName) {
    return caseName + ofJar().suffix + ".jar";
  }

  /** Returns what the JVM that runs a jar is given. */
  List<String> jvmArguments() {
    return this == RESERVE ? List.of("-Dwasm2java.growth-reserve=512") : List.of();
  }

  /** Returns the variant of a column, {@link #PLAIN} if its name has no suffix. */
  static Variant ofColumn(String column) {
    for (Variant variant : List.of(INTERRUPTIBLE, FUEL, RESERVE)) {
      if (column.endsWith(variant.suffix)) {
        return variant;
      }
    }
    return PLAIN;
  }

  TranslationOptions.Builder options(TranslationOptions.Builder builder) {
    return builder.interruptible(this == INTERRUPTIBLE).fuel(this == FUEL);
  }
}
