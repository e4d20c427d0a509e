package org.wasm2java.cli;

import java.io.PrintStream;
import java.util.Locale;
import org.wasm2java.aot.ProgressListener;

/**
 * Shows how far a translation is: one line that is rewritten on a terminal, else one line at the
 * start of each phase. Calls may come from several threads.
 */
final class ProgressDisplay implements ProgressListener, AutoCloseable {
  private static final int BAR_WIDTH = 30;
  private static final int LINE_WIDTH = 60;

  private final PrintStream err;
  private final boolean isTerminal;
  private String phase = "";
  private int shownPercent = -1;

  private ProgressDisplay(PrintStream err, boolean isTerminal) {
    this.err = err;
    this.isTerminal = isTerminal;
  }

  static ProgressDisplay on(StandardStreams streams) {
    return new ProgressDisplay(streams.err(), streams.isTerminal());
  }

  @Override
  public synchronized void progress(String newPhase, int done, int total) {
    int percent = total <= 0 ? 0 : (int) (100L * Math.min(done, total) / total);
    boolean isNewPhase = !newPhase.equals(phase);
    if (!isNewPhase && percent <= shownPercent) {
      return;
    }
    phase = newPhase;
    shownPercent = percent;
    if (isTerminal) {
      err.print("\r" + bar());
      err.flush();
    } else if (isNewPhase) {
      err.println("wasm2java: " + phase);
    }
  }

  private String bar() {
    int filled = BAR_WIDTH * shownPercent / 100;
    return String.format(
        Locale.ROOT,
        "%-9s [%s%s] %3d%%",
        phase,
        "#".repeat(filled),
        " ".repeat(BAR_WIDTH - filled),
        shownPercent);
  }

  /** Clears the bar, so that what is printed next starts on an empty line. */
  @Override
  public synchronized void close() {
    if (isTerminal && !phase.isEmpty()) {
      err.print("\r" + " ".repeat(LINE_WIDTH) + "\r");
      err.flush();
    }
  }
}
