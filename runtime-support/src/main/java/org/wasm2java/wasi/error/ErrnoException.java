package org.wasm2java.wasi.error;

import java.io.IOException;

/**
 * Ends a WASI function with an error number; never leaves this package, so it has no stack trace.
 */
public final class ErrnoException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Errno errno;

  ErrnoException(Errno errno) {
    super(errno.name());
    this.errno = errno;
  }

  public Errno errno() {
    return errno;
  }

  /** Keeps failing calls, which guests make on purpose (probing for files), cheap. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
