package org.wasm2java.aot;

import org.wasm2java.aot.split.LayoutLimits;

/** Lays small modules out as large ones are: no more than two of anything share a class. */
public final class SmallestLayout {
  private SmallestLayout() {}

  /** Returns a translator for which every limit of a class or method is the smallest. */
  public static Translator translator(TranslationOptions options) {
    return new Translator(options, LayoutLimits.SMALLEST);
  }
}
