package org.wasm2java.runtime;

/** The guest asked to end its program, as WASI's {@code proc_exit} does; not an error by itself. */
public final class ExitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  /** An exit with this code; 0 means success. */
  public ExitException(int exitCode) {
    super("exit code " + Integer.toUnsignedString(exitCode), null, false, false);
    this.exitCode = exitCode;
  }

  /** Returns the guest's exit code as the 32 bits it gave. */
  public int exitCode() {
    return exitCode;
  }
}
