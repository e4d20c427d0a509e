package org.wasm2java.conformance.spec;

import org.wasm2java.runtime.LinkException;
import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.WasmException;

/** What the reports say of something thrown. */
final class Throwables {
  private Throwables() {}

  /** Returns class and first line of the message, and where it was thrown if it is unexpected. */
  static String describe(Throwable thrown) {
    String text = thrown.getClass().getSimpleName() + ": " + firstLine(thrown);
    boolean expectedKind =
        thrown instanceof Trap
            || thrown instanceof LinkException
            || thrown instanceof WasmException;
    StackTraceElement[] frames = thrown.getStackTrace();
    return expectedKind || frames.length == 0 ? text : text + " at " + frames[0];
  }

  /** Returns the first line of the message, empty where there is none. */
  static String firstLine(Throwable thrown) {
    String message = thrown.getMessage();
    return message == null ? "" : message.lines().findFirst().orElse("");
  }

  /** Returns whether this is an exception that the module itself threw. */
  static boolean isWasmException(Throwable thrown) {
    return thrown instanceof WasmException;
  }
}
