package org.wasm2java.aot.source.body;

/**
 * Writes code that only makes a method larger, so that HotSpot does not inline it: a table of jumps
 * to where control goes anyway. HotSpot's compilers make nothing of it.
 */
final class PaddingWriter {
  /** javac makes a table of a switch although only every fourth of its entries is written. */
  private static final int DISTANCE = 4;

  private final SourceBuffer out;

  PaddingWriter(SourceBuffer out) {
    this.out = out;
  }

  /** Writes a switch with as many entries; nothing for none. */
  void write(int entries) {
    if (entries == 0) {
      return;
    }
    StringBuilder labels = new StringBuilder();
    for (int entry = 0; entry < entries - 1; entry += DISTANCE) {
      labels.append("case ").append(entry).append(": ");
    }
    labels.append("case ").append(entries - 1).append(":");
    out.open("switch (0) { // makes the method too large to be inlined");
    out.line(labels.toString());
    out.line("default:");
    out.close("}");
  }
}
