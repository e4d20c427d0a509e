package org.wasm2java.aot.decode;

import java.util.Arrays;

/** A growing list of byte offsets. */
final class OffsetList {
  private int[] offsets = new int[16];
  private int size;

  void add(int offset) {
    if (size == offsets.length) {
      offsets = Arrays.copyOf(offsets, 2 * size);
    }
    offsets[size++] = offset;
  }

  int[] toArray() {
    return Arrays.copyOf(offsets, size);
  }
}
