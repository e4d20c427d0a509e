package org.wasm2java.aot.split;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.wasm2java.aot.ir.Instrumentation;
import org.wasm2java.aot.ir.JvmLimits;
import org.wasm2java.aot.module.Function;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.module.WasmModule;
import org.wasm2java.aot.split.JavaPlan.CodeClass;
import org.wasm2java.aot.validate.ValidModule;

/**
 * Lays a module out in classes, by the size of its WebAssembly code: that is known before any
 * function is lowered, so the functions can then go through the phases on their own.
 */
public final class ClassPartitioner {
  private ClassPartitioner() {}

  /**
   * Returns the layout.
   *
   * @param className the qualified name of the module's class
   * @param limits what a class or a method takes at most
   */
  public static JavaPlan plan(
      ValidModule module, String className, Instrumentation instrumentation, LayoutLimits limits) {
    int dot = className.lastIndexOf('.');
    WasmModule decoded = module.decoded();
    IndexSpaces spaces = module.spaces();
    ModuleUsage usage = ModuleUsage.of(module);
    Initializers initializers = Initializers.of(module);
    List<ImportedModule> imports = ImportGroups.of(module, limits);
    PackedSegments segments = new PackedSegments(decoded, initializers, usage, limits);
    StateLayout state = new StateLayout(spaces, decoded, usage, limits.fields());
    boolean setupApart = statements(spaces, segments, state) > limits.statements();
    boolean single =
        isSmall(decoded, limits)
            && !setupApart
            && imports.stream().allMatch(group -> group.importClass() == 0)
            && decoded.exports().size() <= limits.exports();
    List<CodeClass> codeClasses = codeClasses(module, limits);
    SortedSet<Integer> listened = ListenedFunctions.of(module, instrumentation.listen());
    return new JavaPlan(
        module,
        dot < 0 ? "" : className.substring(0, dot),
        className.substring(dot + 1),
        limits,
        single,
        codeClasses,
        new FunctionHomes(spaces.importedFunctions(), imports, single, codeClasses),
        setupApart,
        exportsDescribed(decoded, limits),
        usage,
        initializers,
        segments,
        state,
        MemoryForms.of(module),
        imports,
        instrumentation,
        listened,
        TailCalls.of(module, usage, listened));
  }

  private static boolean exportsDescribed(WasmModule module, LayoutLimits limits) {
    return module.exports().size() > limits.exportsInCode()
        || module.exports().stream().anyMatch(export -> !JvmLimits.isConstantString(export.name()));
  }

  private static boolean isSmall(WasmModule module, LayoutLimits limits) {
    long codeBytes = 0;
    for (Function function : module.functions()) {
      codeBytes += function.codeBytes();
    }
    return codeBytes <= limits.singleClassBytes()
        && module.functions().size() <= limits.classFunctions();
  }

  /** How many statements link, initialize, save and load an instance, less a few. */
  private static int statements(IndexSpaces spaces, PackedSegments segments, StateLayout state) {
    return Math.max(state.fields(), spaces.importedGlobals()) + segments.statements();
  }

  private static List<CodeClass> codeClasses(ValidModule module, LayoutLimits limits) {
    List<CodeClass> classes = new ArrayList<>();
    IndexSpaces spaces = module.spaces();
    int first = spaces.importedFunctions();
    long bytes = 0;
    for (int i = first; i < spaces.functionCount(); i++) {
      long size = spaces.function(i).codeBytes();
      boolean full = bytes + size > limits.classBytes() || i - first >= limits.classFunctions();
      if (full && i > first) {
        classes.add(new CodeClass(first, i));
        first = i;
        bytes = 0;
      }
      bytes += size;
    }
    classes.add(new CodeClass(first, spaces.functionCount()));
    return classes;
  }
}
