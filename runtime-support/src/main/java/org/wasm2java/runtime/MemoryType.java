package org.wasm2java.runtime;

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
}
