package org.wasm2java.aot.split;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.wasm2java.aot.ir.Instrumentation;
import org.wasm2java.aot.ir.MemoryForm;
import org.wasm2java.aot.validate.ValidModule;

/**
 * How a module's Java is laid out: which classes there are and which function is in which.
 *
 * @param module the module
 * @param packageName the package, may be empty
 * @param simpleName the name of the module's class
 * @param limits what a class or a method takes at most
 * @param singleClass whether the functions are methods of the module's class; otherwise they are
 *     static methods of code classes, with the instance as their first parameter
 * @param codeClasses the functions of each code class, by index; one class if {@code singleClass}
 * @param homes which class has the method of each function
 * @param setupApart whether what links, initializes, saves and loads an instance is in classes of
 *     its own, as static methods with the instance as their first parameter
 * @param exportsDescribed whether exports are looked up in the module's description, not by code
 * @param usage what the code refers to
 * @param initializers its constant expressions
 * @param segments how its segments are copied
 * @param state which classes hold the fields of its state
 * @param memories the form of each memory
 * @param imports the imported functions by interface
 * @param instrumentation what the code does beside what the module says
 * @param listened the functions whose calls a listener can be told of
 * @param tailCalls the tail calls that are no loops
 */
public record JavaPlan(
    ValidModule module,
    String packageName,
    String simpleName,
    LayoutLimits limits,
    boolean singleClass,
    List<CodeClass> codeClasses,
    FunctionHomes homes,
    boolean setupApart,
    boolean exportsDescribed,
    ModuleUsage usage,
    Initializers initializers,
    PackedSegments segments,
    StateLayout state,
    List<MemoryForm> memories,
    List<ImportedModule> imports,
    Instrumentation instrumentation,
    SortedSet<Integer> listened,
    TailCalls tailCalls) {
  /**
   * Functions whose methods share a class.
   *
   * @param first the first function's index
   * @param end the index behind the last
   */
  public record CodeClass(int first, int end) {
    /** Returns whether a function is a method of this class. */
    public boolean contains(int functionIndex) {
      return functionIndex >= first && functionIndex < end;
    }
  }

  /** Copies the lists. */
  public JavaPlan {
    codeClasses = List.copyOf(codeClasses);
    memories = List.copyOf(memories);
    imports = List.copyOf(imports);
    listened = Collections.unmodifiableSortedSet(new TreeSet<>(listened));
  }

  /** Returns the module's name: of its name section, or else the simple name of its class. */
  public String moduleName() {
    return module.decoded().names().moduleName().filter(name -> !name.isEmpty()).orElse(simpleName);
  }

  /**
   * Returns whether callers of a function call a method that does more than its body: that tells a
   * listener, or makes the tail calls by which the body left.
   */
  public boolean isAround(int functionIndex) {
    return listened.contains(functionIndex) || tailCalls.leaves(functionIndex);
  }
}
