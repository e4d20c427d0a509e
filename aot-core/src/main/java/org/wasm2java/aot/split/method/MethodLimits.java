package org.wasm2java.aot.split.method;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How large methods may be, by function: the same for all but those whose methods turned out larger
 * than estimated.
 *
 * @param general for all other functions
 * @param finer by function index
 */
public record MethodLimits(MethodLimit general, SortedMap<Integer, MethodLimit> finer) {
  /** Copies the map. */
  public MethodLimits {
    finer = new TreeMap<>(finer);
  }

  /** The same limits for every function. */
  public MethodLimits(MethodLimit general) {
    this(general, new TreeMap<>());
  }

  /** Returns the limits for a function. */
  public MethodLimit of(int functionIndex) {
    return finer.getOrDefault(functionIndex, general);
  }

  /** Returns limits that cut these functions finer. */
  public MethodLimits finerFor(Set<Integer> functions) {
    SortedMap<Integer, MethodLimit> next = new TreeMap<>(finer);
    functions.forEach(function -> next.put(function, of(function).finer()));
    return new MethodLimits(general, next);
  }
}
