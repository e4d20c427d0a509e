package org.wasm2java.cli;

import java.io.PrintStream;
import java.util.Locale;
import org.wasm2java.aot.Phase;
import org.wasm2java.aot.ProgressListener;

/** Shows progress on a terminal: one line that is rewritten. */
final class ProgressBar implements ProgressListener, AutoCloseable {
  private static final int BAR_WIDTH = 30;

  private final PrintStream err;
  private String shown = "";

  ProgressBar(PrintStream err) {
    this.err = err;
  }

  @Override
  public synchronized void progress(Phase phase, int done, int total) {
    int percent = total <= 0 ? 0 : (int) (100L * Math.min(done, total) / total);
    int filled = BAR_WIDTH * percent / 100;
    String bar = "#".repeat(filled) + " ".repeat(BAR_WIDTH - filled);
    String line = String.format(Locale.ROOT, "%-9s [%s] %3d%%", phase.text(), bar, percent);
    if (!line.equals(shown)) {
      shown = line;
      err.print("\r" + line);
      err.flush();
    }
  }

  /** Clears the line, so that what is printed next starts on an empty one. */
  @Override
  public synchronized void close() {
    if (!shown.isEmpty()) {
      err.print("\r" + " ".repeat(shown.length()) + "\r");
      err.flush();
    }
  }
}
