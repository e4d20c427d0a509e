package org.wasm2java.aot.ir;

import java.util.List;
import java.util.Optional;

/**
 * A way in which control leaves statements. Who takes statements out of their place, or does
 * something on every way out of them, visits exits, so that a new way does not compile until all of
 * them know it.
 */
public sealed interface Exit {
  /** Calls the visitor's method for this way. */
  <R> R accept(Visitor<R> visitor);

  /** One method per way out. */
  interface Visitor<R> {
    /** Visits falling off the end. */
    R end(End end);

    /** Visits a jump to a label outside. */
    R jump(Jump jump);

    /** Visits a return from the function. */
    R returning(Return returning);

    /** Visits a throw. */
    R throwing(Throw throwing);
  }

  /** Control falls off the end of the statements. */
  record End() implements Exit {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.end(this);
    }
  }

  /** Control goes to a label, which is outside the statements. */
  record Jump(Label label) implements Exit {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.jump(this);
    }
  }

  /** Control returns from the function. */
  record Return(List<Expr> values) implements Exit {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.returning(this);
    }
  }

  /** Control goes to the innermost handler, or leaves the function: Java finds the way. */
  record Throw() implements Exit {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.throwing(this);
    }
  }

  /**
   * Returns the way by which a statement leaves what is around it, if it does; a trap leaves the
   * module, which is no way to anywhere.
   */
  static Optional<Exit> of(Stmt statement) {
    return statement.accept(ExitOfStatement.VISITOR);
  }
}
