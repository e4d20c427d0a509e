package org.wasm2java.aot.split;

import java.util.List;
import org.wasm2java.aot.ir.Local;

/**
 * A function as the Java methods it becomes.
 *
 * @param functionIndex the function
 * @param frame the locals of its frame; a function without any has none
 * @param methods the function's own method first, then its parts by number
 */
public record FunctionPlan(int functionIndex, List<Local> frame, List<MethodPlan> methods) {
  /** Copies the lists. */
  public FunctionPlan {
    frame = List.copyOf(frame);
    methods = List.copyOf(methods);
  }
}
