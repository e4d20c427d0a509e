package org.wasm2java.aot.tool;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wasm2java.aot.Phase;
import org.wasm2java.aot.ProgressListener;

/** Writes progress to a log: the name of each phase when it starts. */
public final class PhaseLines implements ProgressListener {
  private final Consumer<String> log;
  private @Nullable Phase phase;

  /** A listener that writes to a log. */
  public PhaseLines(Consumer<String> log) {
    this.log = log;
  }

  @Override
  public synchronized void progress(Phase newPhase, int done, int total) {
    if (newPhase != phase) {
      phase = newPhase;
      log.accept(newPhase.text());
    }
  }
}
