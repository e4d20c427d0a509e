package org.wasm2java.aot.split;

import java.util.Arrays;
import java.util.List;
import org.wasm2java.aot.split.ImportedModule.ImportedFunction;
import org.wasm2java.aot.split.JavaPlan.CodeClass;

/** Decides which class has the method of each function; the only place that does. */
public final class FunctionHomes {
  private final FunctionHome[] imported;
  private final boolean singleClass;
  private final List<CodeClass> codeClasses;

  /**
   * Homes for the functions of a module.
   *
   * @param importedFunctions how many functions are imported
   * @param imports those functions by interface
   * @param singleClass whether the others are methods of the module's class
   * @param codeClasses the others by class
   */
  FunctionHomes(
      int importedFunctions,
      List<ImportedModule> imports,
      boolean singleClass,
      List<CodeClass> codeClasses) {
    this.imported = new FunctionHome[importedFunctions];
    this.singleClass = singleClass;
    this.codeClasses = codeClasses;
    Arrays.fill(imported, FunctionHome.OF_INSTANCE);
    for (ImportedModule module : imports) {
      if (module.importClass() > 0) {
        var home = new FunctionHome(FunctionHome.Kind.IMPORT_CLASS, module.importClass());
        for (ImportedFunction function : module.functions()) {
          function.functionIndices().forEach(index -> imported[index] = home);
        }
      }
    }
  }

  /** Returns the home of a function, imported or not. */
  public FunctionHome of(int functionIndex) {
    if (functionIndex < imported.length) {
      return imported[functionIndex];
    }
    return singleClass
        ? FunctionHome.OF_INSTANCE
        : new FunctionHome(FunctionHome.Kind.CODE_CLASS, codeClass(functionIndex));
  }

  private int codeClass(int functionIndex) {
    int low = 0;
    int high = codeClasses.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (codeClasses.get(middle).first() <= functionIndex) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
