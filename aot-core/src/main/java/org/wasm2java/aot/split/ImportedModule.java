package org.wasm2java.aot.split;

import java.util.List;
import java.util.Optional;

/**
 * The functions that a module imports from one module name.
 *
 * @param name the import module name
 * @param hostClass the Java class that implements the module, where the translator knows one
 * @param functions the functions by first occurrence
 */
public record ImportedModule(
    String name, Optional<Class<?>> hostClass, List<ImportedFunction> functions) {
  /**
   * An imported function. The same field imported twice with the same type is one function.
   *
   * @param field the field name
   * @param functionIndices the function indices that it has
   * @param typeIndex the canonical index of its type
   * @param hostMethod the method of the host class, where it has one of that type
   */
  public record ImportedFunction(
      String field, List<Integer> functionIndices, int typeIndex, Optional<String> hostMethod) {
    /** Copies the list. */
    public ImportedFunction {
      functionIndices = List.copyOf(functionIndices);
    }
  }

  /** Copies the list. */
  public ImportedModule {
    functions = List.copyOf(functions);
  }
}
