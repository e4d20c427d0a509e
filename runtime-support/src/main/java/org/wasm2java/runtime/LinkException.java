package org.wasm2java.runtime;

/**
 * An import that cannot be satisfied. The message starts with the specification's phrase ({@code
 * unknown import} or {@code incompatible import type}), then names kind, {@code module.field}, and
 * the expected and actual type.
 *
 * <pre>{@code
 * try {
 *   App.instantiate(new Store());
 * } catch (LinkException e) {
 *   System.out.println(e.getMessage()); // unknown import: env.log: expected func [i32] -> [], ...
 * }
 * }</pre>
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/exec/modules.html#instantiation">Instantiation</a>
 */
public final class LinkException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String problem;

  /** A link failure with this complete message. */
  public LinkException(String message) {
    super(message);
    problem = message;
  }

  /** A link failure with what is wrong and what a Java program can do about it. */
  LinkException(String problem, String remedy) {
    super(problem.concat("; ").concat(remedy));
    this.problem = problem;
  }

  /**
   * Returns the message without what a Java program can do about it: for programs whose users write
   * no Java.
   */
  public String problem() {
    return problem;
  }
}
