package org.wasm2java.aot.split;

import java.util.List;

/**
 * A function as the Java methods it becomes.
 *
 * @param functionIndex the function
 * @param methods the function's own method first, then its parts by number
 */
public record FunctionPlan(int functionIndex, List<MethodPlan> methods) {
  /** Copies the list. */
  public FunctionPlan {
    methods = List.copyOf(methods);
  }
}
