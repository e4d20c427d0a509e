package org.wasm2java.aot.module;

/** What an export is; {@code ordinal()} is the byte of the binary format. */
public enum ExternKind {
  /** A function. */
  FUNCTION("func"),
  /** A table. */
  TABLE("table"),
  /** A memory. */
  MEMORY("memory"),
  /** A global. */
  GLOBAL("global"),
  /** An exception tag. */
  TAG("tag");

  private final String text;

  ExternKind(String text) {
    this.text = text;
  }

  /** Returns the keyword of the text format. */
  public String text() {
    return text;
  }
}
