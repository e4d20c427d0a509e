package org.wasm2java.aot.decode;

import java.util.Locale;
import java.util.Optional;

/**
 * The sections in the order that they have to have; custom sections may stand anywhere.
 *
 * @see <a href="https://webassembly.github.io/spec/core/binary/modules.html#sections">Sections</a>
 */
enum Section {
  TYPE(1),
  IMPORT(2),
  FUNCTION(3),
  TABLE(4),
  MEMORY(5),
  TAG(13),
  GLOBAL(6),
  EXPORT(7),
  START(8),
  ELEMENT(9),
  DATA_COUNT(12),
  CODE(10),
  DATA(11);

  /** The id of custom sections. */
  static final int CUSTOM = 0;

  private final int id;

  Section(int id) {
    this.id = id;
  }

  int id() {
    return id;
  }

  /** Returns the section's name in the specification. */
  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static Optional<Section> find(int id) {
    for (Section section : values()) {
      if (section.id == id) {
        return Optional.of(section);
      }
    }
    return Optional.empty();
  }
}
