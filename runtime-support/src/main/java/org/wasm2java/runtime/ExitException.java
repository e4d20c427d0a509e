package org.wasm2java.runtime;

/**
 * The guest ended its program, as WASI's {@code proc_exit} does, or has been closed before it was
 * called; not an error by itself.
 *
 * <pre>{@code
 * try {
 *   command._start();
 * } catch (ExitException e) {
 *   return e.exitCode();
 * }
 * }</pre>
 */
public final class ExitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;
  private final boolean ofClosedInstance;

  /** An exit with this code; 0 means success. */
  public ExitException(int exitCode) {
    super("exit code " + Integer.toUnsignedString(exitCode), null, true, false);
    this.exitCode = exitCode;
    this.ofClosedInstance = false;
  }

  private ExitException(String message, int exitCode) {
    super(message);
    this.exitCode = exitCode;
    this.ofClosedInstance = true;
  }

  /** Returns what calls of a closed instance throw. */
  static ExitException closed(Instance instance, int exitCode) {
    String code = Integer.toUnsignedString(exitCode);
    return new ExitException(instance + " is closed, exit code " + code, exitCode);
  }

  /** Returns whether the instance had been closed when it was called. */
  public boolean isOfClosedInstance() {
    return ofClosedInstance;
  }

  /** Returns the guest's exit code as the 32 bits it gave. */
  public int exitCode() {
    return exitCode;
  }
}
