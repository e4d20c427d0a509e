package org.wasm2java.aot.support;

import java.util.Locale;
import org.wasm2java.aot.instruction.Feature;

/**
 * An extension of WebAssembly that a module uses and this version cannot translate.
 *
 * @param first the first use of it
 * @param uses how many instructions, types of locals, and definitions use it
 */
public record UnsupportedFeature(UnsupportedUse first, int uses) {
  /** Returns the extension. */
  public Feature feature() {
    return first.feature();
  }

  /** Returns one line for people: the extension, how often it is used, and where first. */
  public String text() {
    String count =
        uses == 1 ? "1 use, " : String.format(Locale.ROOT, "%,d uses, the first: ", uses);
    return feature().text() + ": " + count + first.what() + " " + first.place().text();
  }
}
