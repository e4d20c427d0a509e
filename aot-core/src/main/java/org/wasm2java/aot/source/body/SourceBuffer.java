package org.wasm2java.aot.source.body;

import org.wasm2java.aot.source.place.PlaceMarks;

/** Java text of a method's body, indented by two spaces a block. */
public final class SourceBuffer {
  private final StringBuilder text = new StringBuilder();
  private final PlaceMarks marks;
  private int indent;

  /** Text of statements that hold these marks. */
  public SourceBuffer(PlaceMarks marks) {
    this.marks = marks;
  }

  /** Appends one line, or several if the places of a statement need them. */
  public SourceBuffer line(String content) {
    if (marks.isEmpty()) {
      return plainLine(content);
    }
    marks.lines(content).forEach(this::plainLine);
    return this;
  }

  private SourceBuffer plainLine(String line) {
    text.append("  ".repeat(indent)).append(line).append('\n');
    return this;
  }

  /** Appends a line that opens a block. */
  public SourceBuffer open(String content) {
    line(content);
    indent++;
    return this;
  }

  /** Appends a line that closes a block. */
  public SourceBuffer close(String content) {
    indent--;
    return line(content);
  }

  /** Ends a block that has no closing line. */
  void dedent() {
    indent--;
  }

  /** Appends a line that closes a block and opens the next. */
  public SourceBuffer reopen(String content) {
    indent--;
    return open(content);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
