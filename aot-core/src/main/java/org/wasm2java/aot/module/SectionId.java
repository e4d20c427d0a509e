package org.wasm2java.aot.module;

/**
 * The sections whose entries can be wrong, by their codes in the binary format.
 *
 * @see <a href="https://webassembly.github.io/spec/core/binary/modules.html#sections">Sections</a>
 */
public enum SectionId {
  /** Types. */
  TYPE(1),
  /** Imports. */
  IMPORT(2),
  /** Types of functions. */
  FUNCTION(3),
  /** Tables. */
  TABLE(4),
  /** Memories. */
  MEMORY(5),
  /** Globals. */
  GLOBAL(6),
  /** Exports. */
  EXPORT(7),
  /** The start function. */
  START(8),
  /** Element segments. */
  ELEMENT(9),
  /** Bodies of functions. */
  CODE(10),
  /** Data segments. */
  DATA(11),
  /** Exception tags. */
  TAG(13);

  private final int code;

  SectionId(int code) {
    this.code = code;
  }

  /** Returns the byte that starts the section. */
  public int code() {
    return code;
  }
}
