package org.wasm2java.aot.module;

import java.util.List;
import org.wasm2java.aot.type.ValueType;

/**
 * A function's declared locals as runs of the same type; parameters are not among them.
 *
 * @param counts how many locals each run has
 * @param types the type of each run
 */
public record LocalDeclarations(List<Integer> counts, List<ValueType> types) {
  /** Copies the lists. */
  public LocalDeclarations {
    counts = List.copyOf(counts);
    types = List.copyOf(types);
  }

  /** Returns the number of locals. */
  public long total() {
    long total = 0;
    for (int count : counts) {
      total += Integer.toUnsignedLong(count);
    }
    return total;
  }
}
