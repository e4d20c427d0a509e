package org.wasm2java.aot.split;

import java.util.List;
import java.util.Optional;

/**
 * Imported functions that share a Java interface: those of one module name, a part of them where
 * there are very many, or those of several modules where there are very many modules.
 *
 * @param names the import module names, in order of first occurrence
 * @param hostClass the Java class that implements the module, where the translator knows one
 * @param functions the functions by first occurrence
 * @param importClass the number of the class that holds the interface and what calls it: the
 *     module's own, 0, or one of the classes of imports, from 1
 */
public record ImportedModule(
    List<String> names,
    Optional<Class<?>> hostClass,
    List<ImportedFunction> functions,
    int importClass) {
  /**
   * An imported function. The same field imported twice with the same type is one function.
   *
   * @param module the module name
   * @param field the field name
   * @param functionIndices the function indices that it has
   * @param typeIndex the canonical index of its type
   * @param hostMethod the method of the host class, where it has one of that type
   */
  public record ImportedFunction(
      String module,
      String field,
      List<Integer> functionIndices,
      int typeIndex,
      Optional<String> hostMethod) {
    /** Copies the list. */
    public ImportedFunction {
      functionIndices = List.copyOf(functionIndices);
    }
  }

  /** Copies the lists. */
  public ImportedModule {
    names = List.copyOf(names);
    functions = List.copyOf(functions);
  }
}
