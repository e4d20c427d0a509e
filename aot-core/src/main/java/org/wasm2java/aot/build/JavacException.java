package org.wasm2java.aot.build;

import java.util.List;

/** The Java compiler rejected sources. */
public final class JavacException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * One error of the compiler.
   *
   * @param path the source's path, empty if unknown
   * @param line the line, from 1
   * @param message the compiler's message
   */
  public record Problem(String path, long line, String message) {}

  private final transient List<Problem> problems;

  /** A rejection for at least one error; its message is the first. */
  public JavacException(List<Problem> problems) {
    super(message(problems.get(0)));
    this.problems = List.copyOf(problems);
  }

  private static String message(Problem first) {
    String place = first.path().isEmpty() ? "" : first.path() + ":" + first.line() + ": ";
    return place + first.message();
  }

  /** Returns the errors. */
  public List<Problem> problems() {
    return problems;
  }
}
