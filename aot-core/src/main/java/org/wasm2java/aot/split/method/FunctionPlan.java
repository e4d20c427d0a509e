package org.wasm2java.aot.split.method;

import java.util.Collections;
import java.util.List;
import org.wasm2java.aot.ir.Local;

/**
 * A function as the Java methods it becomes.
 *
 * @param functionIndex the function
 * @param frame the locals of its frame; a function without any has none
 * @param methods the function's own method first, then its parts by number
 * @param partClasses the classes of the methods: 0 is the class of the function, others hold parts
 *     that would take too much of that class's constant pool
 */
public record FunctionPlan(
    int functionIndex, List<Local> frame, List<MethodPlan> methods, List<Integer> partClasses) {
  /** A function whose methods share a class. */
  FunctionPlan(int functionIndex, List<Local> frame, List<MethodPlan> methods) {
    this(functionIndex, frame, methods, Collections.nCopies(methods.size(), 0));
  }

  /** Copies the lists. */
  public FunctionPlan {
    frame = List.copyOf(frame);
    methods = List.copyOf(methods);
    partClasses = List.copyOf(partClasses);
  }

  /** Returns the class of a part, or of the function itself, which is part 0. */
  public int partClass(int part) {
    return partClasses.get(part);
  }

  /** Returns the number of the last class of parts, 0 if there is none. */
  public int lastPartClass() {
    return partClasses.get(partClasses.size() - 1);
  }
}
