package org.wasm2java.aot.type;

import java.util.OptionalLong;

/**
 * The sizes that a memory (pages) or table (elements) may have; unsigned.
 *
 * @see <a href="https://webassembly.github.io/spec/core/syntax/types.html#limits">Limits</a>
 */
public record Limits(AddressType addressType, long minimum, OptionalLong maximum) {
  /** Returns the limits in the text format, for instance {@code 1 2} or {@code i64 1}. */
  public String text() {
    String prefix = addressType == AddressType.I64 ? "i64 " : "";
    String min = Long.toUnsignedString(minimum);
    return prefix
        + min
        + (maximum.isPresent() ? " " + Long.toUnsignedString(maximum.getAsLong()) : "");
  }
}
