package org.wasm2java.aot.module;

import java.util.Map;

/**
 * Where the entries of each section start in the file, for messages.
 *
 * @param entries byte offsets of a section's entries by the section's id
 */
public record SectionOffsets(Map<Integer, int[]> entries) {
  /** Copies the map. */
  public SectionOffsets {
    entries = Map.copyOf(entries);
  }

  /** Returns the byte offset of an entry, or -1 if the section has none such. */
  public long of(int sectionId, int entry) {
    int[] offsets = entries.getOrDefault(sectionId, new int[0]);
    return entry >= 0 && entry < offsets.length ? offsets[entry] : -1;
  }
}
