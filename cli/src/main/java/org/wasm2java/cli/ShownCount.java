package org.wasm2java.cli;

import java.util.Locale;

/** Writes numbers of things in messages. */
final class ShownCount {
  private ShownCount() {}

  /** Returns a number and what there is of it: {@code 1 function}, {@code 1,234 functions}. */
  static String of(long count, String singular) {
    return String.format(Locale.ROOT, count == 1 ? "%,d %s" : "%,d %ss", count, singular);
  }
}
