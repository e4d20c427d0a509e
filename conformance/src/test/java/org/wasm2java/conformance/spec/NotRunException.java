package org.wasm2java.conformance.spec;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wasm2java.aot.diagnostic.UnsupportedException;

/** A module was not run, and why; carries the outcome to where a command's result is made. */
final class NotRunException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Pattern UNSUPPORTED = Pattern.compile("unsupported: ([^:]+).*");

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
    String message = Throwables.firstLine(e);
    Matcher matcher = UNSUPPORTED.matcher(message);
    if (!matcher.matches()) {
      throw new IllegalStateException("not an unsupported-message: " + message, e);
    }
    return new Outcome.NotRun(matcher.group(1), message);
  }
}
