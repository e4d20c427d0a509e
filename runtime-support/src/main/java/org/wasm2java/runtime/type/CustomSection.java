package org.wasm2java.runtime.type;

import org.wasm2java.runtime.internal.ShownText;

/**
 * A custom section that the translator was told to keep.
 *
 * <pre>{@code
 * for (CustomSection section : Sha256.descriptor().customSections("producers")) {
 *   parse(section.contents());
 * }
 * }</pre>
 *
 * @param name its name
 * @param contents its bytes behind the name
 * @see <a href="https://webassembly.github.io/spec/core/binary/modules.html#custom-section">Custom
 *     sections</a>
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out
public record CustomSection(String name, byte[] contents) {
  /** Copies the contents. */
  public CustomSection {
    contents = contents.clone();
  }

  /** Returns a copy of the contents. */
  @Override
  public byte[] contents() {
    return contents.clone();
  }

  /** Returns it as messages show it, such as {@code custom section producers of 12 bytes}. */
  @Override
  public String toString() {
    return "custom section " + ShownText.of(name) + " of " + contents.length + " bytes";
  }
}
