package org.wasm2java.aot.split;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wasm2java.aot.ir.Instrumentation;
import org.wasm2java.aot.module.Function;
import org.wasm2java.aot.module.Import;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.split.ImportedModule.ImportedFunction;
import org.wasm2java.aot.split.JavaPlan.CodeClass;
import org.wasm2java.aot.type.FunctionReferenceType;
import org.wasm2java.aot.type.FunctionType;
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
    long codeBytes = 0;
    for (Function function : module.module().functions()) {
      codeBytes += function.codeBytes();
    }
    int functions = module.module().functions().size();
    boolean single = codeBytes <= limits.singleClassBytes() && functions <= limits.classFunctions();
    FunctionTypes types = new FunctionTypes(module.spaces());
    return new JavaPlan(
        module,
        dot < 0 ? "" : className.substring(0, dot),
        className.substring(dot + 1),
        limits,
        single,
        codeClasses(module, limits),
        types,
        ModuleUsage.of(module),
        Initializers.of(module),
        imports(module, types),
        instrumentation,
        ListenedFunctions.of(module, instrumentation.listen()));
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

  private record Key(String field, int typeIndex) {}

  private static List<ImportedModule> imports(ValidModule module, FunctionTypes types) {
    Map<String, Map<Key, List<Integer>>> byModule = new LinkedHashMap<>();
    for (int i = 0; i < module.spaces().importedFunctions(); i++) {
      Import declared = module.spaces().functionImport(i).orElseThrow();
      int typeIndex = types.canonical(((FunctionReferenceType) declared.type()).typeIndex());
      byModule
          .computeIfAbsent(declared.module(), name -> new LinkedHashMap<>())
          .computeIfAbsent(new Key(declared.field(), typeIndex), key -> new ArrayList<>())
          .add(i);
    }
    List<ImportedModule> imports = new ArrayList<>();
    byModule.forEach((name, functions) -> imports.add(imported(module, name, functions)));
    return imports;
  }

  private static ImportedModule imported(
      ValidModule module, String name, Map<Key, List<Integer>> byKey) {
    Optional<Class<?>> hostClass = HostModules.hostClass(name);
    List<ImportedFunction> functions = new ArrayList<>();
    byKey.forEach(
        (key, indices) -> {
          FunctionType type = module.spaces().functionTypeAt(key.typeIndex());
          Optional<String> method =
              hostClass.flatMap(host -> HostModules.method(host, key.field(), type));
          functions.add(new ImportedFunction(key.field(), indices, key.typeIndex(), method));
        });
    return new ImportedModule(name, hostClass, functions);
  }
}
