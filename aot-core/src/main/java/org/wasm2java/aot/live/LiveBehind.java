package org.wasm2java.aot.live;

import java.util.List;

/**
 * What is live behind the statements of a list: a tree of the same shape as the statements, so that
 * who takes the statements apart goes down both at once.
 *
 * @param statements one for each statement of the list
 */
public record LiveBehind(List<Statement> statements) {
  /**
   * What is live behind a statement and inside it.
   *
   * @param live the locals that may be read behind the statement
   * @param inside one for each list of statements in it, in their order
   */
  public record Statement(LocalSet live, List<LiveBehind> inside) {
    /** Copies the list; most statements have nothing inside. */
    public Statement {
      inside = List.copyOf(inside);
    }
  }

  /** Copies the list. */
  public LiveBehind {
    statements = List.copyOf(statements);
  }

  /** Returns what is live behind the statement at a position. */
  public LocalSet at(int index) {
    return statements.get(index).live();
  }
}
