package org.wasm2java.aot.split.method.plan;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the functions of a module are to be cut: all alike but those whose methods turned out larger
 * than estimated.
 *
 * @param first for all other functions
 * @param further by function index
 */
public record SplitAttempts(SplitAttempt first, SortedMap<Integer, SplitAttempt> further) {
  /** Copies the map. */
  public SplitAttempts {
    further = new TreeMap<>(further);
  }

  /** Returns the first attempt with limits, for every function. */
  public static SplitAttempts first(MethodLimit limit) {
    return new SplitAttempts(SplitAttempt.first(limit), new TreeMap<>());
  }

  /** Returns the attempt for a function. */
  public SplitAttempt of(int functionIndex) {
    return further.getOrDefault(functionIndex, first);
  }

  /** Returns the attempts that follow when these functions have methods that are too large. */
  public SplitAttempts after(Set<Integer> tooLarge) {
    SortedMap<Integer, SplitAttempt> next = new TreeMap<>(further);
    tooLarge.forEach(function -> next.put(function, of(function).next()));
    return new SplitAttempts(first, next);
  }
}
