package org.wasm2java.aot.source;

/** Java text of a method's body, indented by two spaces a block. */
final class SourceBuffer {
  private final StringBuilder text = new StringBuilder();
  private int indent;

  /** Appends one line. */
  SourceBuffer line(CharSequence content) {
    text.append("  ".repeat(indent)).append(content).append('\n');
    return this;
  }

  /** Appends a line that opens a block. */
  SourceBuffer open(CharSequence content) {
    line(content);
    indent++;
    return this;
  }

  /** Appends a line that closes a block. */
  SourceBuffer close(CharSequence content) {
    indent--;
    return line(content);
  }

  /** Ends a block that has no closing line. */
  void dedent() {
    indent--;
  }

  /** Appends a line that closes a block and opens the next. */
  SourceBuffer reopen(CharSequence content) {
    indent--;
    return open(content);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
