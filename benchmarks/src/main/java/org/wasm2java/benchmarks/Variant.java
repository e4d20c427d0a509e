package org.wasm2java.benchmarks;

import java.util.List;
import org.wasm2java.aot.TranslationOptions;

/** The translation options that columns of this project's output can have. */
enum Variant {
  /** None. */
  PLAIN(""),
  /** Code that can be interrupted. */
  INTERRUPTIBLE("-interruptible"),
  /** Code that uses up fuel. */
  FUEL("-fuel");

  private final String suffix;

  Variant(String suffix) {
    this.suffix = suffix;
  }

  /** Returns what a column's name and a jar's end in. */
  String suffix() {
    return suffix;
  }

  /** Returns the variant of a column, {@link #PLAIN} if its name has no suffix. */
  static Variant ofColumn(String column) {
    for (Variant variant : List.of(INTERRUPTIBLE, FUEL)) {
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
