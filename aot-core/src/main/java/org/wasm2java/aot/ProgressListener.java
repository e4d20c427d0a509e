package org.wasm2java.aot;

/** Is told how far a translation has come; called from one thread at a time. */
@FunctionalInterface
public interface ProgressListener {
  /** Hears nothing. */
  ProgressListener NONE = (phase, done, total) -> {};

  /**
   * Hears of progress.
   *
   * @param phase {@code decode}, {@code validate}, {@code code} (functions to Java) or {@code
   *     javac}
   * @param done how many steps of the phase are done
   * @param total how many steps the phase has, at least 1
   */
  void progress(String phase, int done, int total);
}
