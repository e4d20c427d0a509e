package org.wasm2java.wasi;

import java.io.File;
import java.io.IOException;

/** Whether standard streams are terminals, which Java tells for all of them together only. */
final class Terminal {
  private static final String STREAMS = "/proc/self/fd/";

  private Terminal() {}

  /**
   * Returns whether the stream with this number of the process is a terminal. Where that cannot be
   * known it counts as one: output is slower then, but never late.
   */
  @SuppressWarnings("SystemConsoleNull") // never null since JDK 22: what is wanted, see above
  static boolean isTerminal(int stream) {
    File link = new File(STREAMS.concat(Integer.toString(stream)));
    if (!new File(STREAMS).isDirectory()) {
      return System.console() != null;
    }
    try {
      // Pipes and sockets resolve to names that do not exist, files to their own.
      String target = link.getCanonicalPath();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException e) {
      return false; // the stream is closed
    }
  }
}
