package org.wasm2java.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Shortens lists to what people read. */
final class ShownList {
  private ShownList() {}

  /** Returns the first lines of a list, and a line that says how many others there are. */
  static List<String> of(List<String> lines, int most) {
    if (lines.size() <= most) {
      return lines;
    }
    List<String> shown = new ArrayList<>(lines.subList(0, most));
    shown.add(String.format(Locale.ROOT, "... %,d more", lines.size() - most));
    return shown;
  }
}
