package org.wasm2java.aot.tool;

import java.util.function.Consumer;
import org.wasm2java.aot.ProgressListener;

/** Progress for logs: one line at the start of each phase. Calls may come from several threads. */
public final class PhaseLines implements ProgressListener {
  private final Consumer<String> log;
  private String phase = "";

  /** Hands the name of each phase to a log. */
  public PhaseLines(Consumer<String> log) {
    this.log = log;
  }

  @Override
  public synchronized void progress(String newPhase, int done, int total) {
    if (!newPhase.equals(phase)) {
      phase = newPhase;
      log.accept(phase);
    }
  }
}
