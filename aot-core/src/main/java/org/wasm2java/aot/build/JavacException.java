package org.wasm2java.aot.build;

import java.util.List;

/** The Java compiler rejected generated sources: a defect of this project, never of the input. */
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

  /** A failure with at least one error. */
  public JavacException(List<Problem> problems) {
    super(message(problems));
    this.problems = List.copyOf(problems);
  }

  private static String message(List<Problem> problems) {
    Problem first = problems.get(0);
    String place = first.path().isEmpty() ? "" : first.path() + ":" + first.line() + ": ";
    return "the generated Java does not compile; please report this with the module:\n  "
        + place
        + first.message()
        + (problems.size() > 1 ? "\n  and " + (problems.size() - 1) + " more errors" : "");
  }

  /** Returns the errors. */
  public List<Problem> problems() {
    return problems;
  }
}
