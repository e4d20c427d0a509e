package org.wasm2java.aot.split.method.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.wasm2java.aot.ir.Local;

/**
 * A function as the Java methods it becomes.
 *
 * @param functionIndex the function
 * @param activation the locals of the object that its methods share in one activation; none if it
 *     has no such object
 * @param methods the function's own method first, then its parts by number
 * @param partClasses the classes of the methods: 0 is the class of the function, others hold parts
 *     that would take too much of that class's constant pool
 */
public record FunctionPlan(
    int functionIndex,
    List<Local> activation,
    List<MethodPlan> methods,
    List<Integer> partClasses) {
  /** A function whose methods share a class. */
  public FunctionPlan(int functionIndex, List<Local> activation, List<MethodPlan> methods) {
    this(functionIndex, activation, methods, Collections.nCopies(methods.size(), 0));
  }

  /** Copies the lists. */
  public FunctionPlan {
    activation = List.copyOf(activation);
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

  /** Returns the size of the largest method in bytes, as estimated; 0 for a function left whole. */
  public int largestMethod() {
    return methods.size() == 1 ? 0 : methods.stream().mapToInt(MethodPlan::bytes).max().orElse(0);
  }

  /** Returns the plan for a function that has a method around its body. */
  public FunctionPlan inside() {
    List<MethodPlan> all = new ArrayList<>(methods);
    all.set(0, methods.get(0).as(MethodPlan.Role.INSIDE));
    return new FunctionPlan(functionIndex, activation, all, partClasses);
  }

  /** Returns the plan with each of the methods changed. */
  public FunctionPlan withEach(UnaryOperator<MethodPlan> change) {
    List<MethodPlan> all = methods.stream().map(change).toList();
    return new FunctionPlan(functionIndex, activation, all, partClasses);
  }

  /** Returns the same methods in as many classes as it takes for parts of so many bytes each. */
  public FunctionPlan inClasses(int partBytes) {
    List<Integer> classes = new ArrayList<>();
    int partClass = 0;
    long size = 0;
    for (MethodPlan method : methods) {
      int own = method.bytes();
      if (size + own > partBytes && size > 0) {
        partClass++;
        size = 0;
      }
      size += own;
      classes.add(partClass);
    }
    return new FunctionPlan(functionIndex, activation, methods, classes);
  }
}
