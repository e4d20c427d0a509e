package org.wasm2java.aot.callee;

import java.util.Set;
import org.wasm2java.aot.validate.ValidModule;

/**
 * What lowering a function asks of the functions that it calls, and of itself as one of them.
 *
 * @param growth which of them may replace the array behind a memory
 * @param listened those whose calls a listener is told of
 */
public record Callees(MemoryGrowth growth, Set<Integer> listened) {
  /** Copies the set. */
  public Callees {
    listened = Set.copyOf(listened);
  }

  /**
   * Analyses the whole module once.
   *
   * @param listened functions whose calls a listener is told of, which may do what it likes
   */
  public static Callees of(ValidModule module, Set<Integer> listened) {
    return new Callees(MemoryGrowth.of(module, listened), listened);
  }

  /**
   * Returns whether a tail call is a loop around the body of the function that makes it: one of
   * itself, unless each of its calls is told of.
   */
  public static boolean isLoop(int caller, int callee, Set<Integer> listened) {
    return caller == callee && !listened.contains(caller);
  }
}
