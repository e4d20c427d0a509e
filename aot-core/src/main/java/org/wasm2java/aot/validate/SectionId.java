package org.wasm2java.aot.validate;

/**
 * The sections whose entries can be wrong, by their codes in the binary format.
 *
 * @see <a href="https://webassembly.github.io/spec/core/binary/modules.html#sections">Sections</a>
 */
enum SectionId {
  TYPE(1),
  IMPORT(2),
  FUNCTION(3),
  TABLE(4),
  MEMORY(5),
  GLOBAL(6),
  EXPORT(7),
  START(8),
  ELEMENT(9),
  CODE(10),
  DATA(11),
  TAG(13);

  private final int code;

  SectionId(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
