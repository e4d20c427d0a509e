package org.wasm2java.conformance.spec;

import org.wasm2java.aot.diagnostic.UnsupportedException;

/** A module was not run, and why; carries the outcome to where a command's result is made. */
final class NotRunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Outcome.NotRun outcome;

  NotRunException(Outcome.NotRun outcome) {
    super(outcome.detail(), null, false, false);
    this.outcome = outcome;
  }

  Outcome.NotRun outcome() {
    return outcome;
  }

  /** Returns the outcome for a module that needs what the translator cannot do yet. */
  static Outcome.NotRun unsupported(UnsupportedException e) {
    return new Outcome.NotRun(
        e.failure().phrase().replaceFirst("^unsupported: ", ""), Throwables.firstLine(e));
  }
}
