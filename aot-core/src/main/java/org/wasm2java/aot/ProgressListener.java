package org.wasm2java.aot;

/**
 * Receives how far a translation has come. Calls may come from several threads, but only one at a
 * time.
 */
@FunctionalInterface
public interface ProgressListener {
  /** Ignores all progress. */
  ProgressListener NONE = (phase, done, total) -> {};

  /**
   * Receives progress. Each phase reports its start, {@code done} being 0, and its end; {@link
   * Phase#CODE} and {@link Phase#JAVAC} report steps between.
   *
   * @param phase the phase that runs
   * @param done how many steps of the phase are done
   * @param total how many steps the phase has, at least 1
   */
  void progress(Phase phase, int done, int total);
}
