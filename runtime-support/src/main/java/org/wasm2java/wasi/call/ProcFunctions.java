package org.wasm2java.wasi.call;

import java.io.IOException;
import org.wasm2java.runtime.ExitException;
import org.wasm2java.wasi.error.Errno;

/** The functions {@code proc_exit} and {@code proc_raise}: both end the guest, never the JVM. */
public final class ProcFunctions {
  private static final int SIGNAL_COUNT = 31;
  private static final int SIGNAL_EXIT_CODE = 128;

  private ProcFunctions() {}

  public static ExitException exit(int code) {
    return new ExitException(code);
  }

  /**
   * Does what the signal does to a process without handlers, and WASI has none. The numbers are
   * WASI's own.
   *
   * @throws ExitException with 128 plus the signal's number, as a shell shows it
   */
  public static void raise(int signal) throws IOException {
    if (signal < 0 || signal >= SIGNAL_COUNT) {
      throw Errno.INVAL.failure();
    }
    switch (signal) {
      case 0, 16, 17, 22, 27 -> {} // none, child, continue, urgent, window change: ignored
      case 18, 19, 20, 21 -> throw Errno.NOTSUP.failure(); // stop: nobody could continue the guest
      default -> throw exit(SIGNAL_EXIT_CODE + signal);
    }
  }
}
