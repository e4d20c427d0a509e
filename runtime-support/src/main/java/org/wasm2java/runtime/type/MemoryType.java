package org.wasm2java.runtime.type;

/**
 * The limits of a memory.
 *
 * <pre>{@code
 * new MemoryType(1, 16).text(); // memory 1..16
 * }</pre>
 *
 * @param minimum the initial size in pages of 64 KiB
 * @param maximum the declared maximum in pages, -1 for none
 * @see <a href="https://webassembly.github.io/spec/core/syntax/types.html#memory-types">Memory
 *     types</a>
 */
public record MemoryType(long minimum, long maximum) implements ExternType {
  @Override
  public String text() {
    return "memory " + Limits.text(minimum, maximum);
  }

  /**
   * Returns whether a memory of this size and maximum may be imported as this type.
   *
   * @param actualMaximum -1 for none
   * @see <a href="https://webassembly.github.io/spec/core/valid/matching.html#limits">Matching of
   *     limits</a>
   */
  public boolean accepts(long size, long actualMaximum) {
    return Limits.match(size, actualMaximum, minimum, maximum);
  }
}
