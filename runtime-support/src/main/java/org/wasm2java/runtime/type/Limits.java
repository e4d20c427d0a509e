package org.wasm2java.runtime.type;

/** Sizes of memories and tables as a minimum and an optional maximum, -1 for none. */
final class Limits {
  private Limits() {}

  static String text(long minimum, long maximum) {
    return maximum < 0 ? Long.toString(minimum) : minimum + ".." + maximum;
  }

  /** Returns whether something of an actual size and maximum may stand for declared limits. */
  static boolean match(long size, long actualMaximum, long minimum, long maximum) {
    boolean maximumFits = maximum < 0 || (actualMaximum >= 0 && actualMaximum <= maximum);
    return size >= minimum && maximumFits;
  }
}
