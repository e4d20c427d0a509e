package org.wasm2java.aot.module;

import java.util.Map;
import java.util.Optional;

/**
 * What the name section says; all of it optional.
 *
 * @param moduleName the module's name
 * @param functions names by function index
 * @param locals names by local index, by function index
 * @param fields names of the fields of structure types, by field index, by type index
 * @param others names by index, by the id of the name subsection (types 4, tables 5, memories 6,
 *     globals 7, element segments 8, data segments 9, tags 11)
 * @see <a href="https://webassembly.github.io/spec/core/appendix/custom.html#name-section">Name
 *     section</a>
 */
public record Names(
    Optional<String> moduleName,
    Map<Integer, String> functions,
    Map<Integer, Map<Integer, String>> locals,
    Map<Integer, Map<Integer, String>> fields,
    Map<Integer, Map<Integer, String>> others) {
  /** No names. */
  public static final Names NONE =
      new Names(Optional.empty(), Map.of(), Map.of(), Map.of(), Map.of());

  private static final int TYPES = 4;
  private static final int GLOBALS = 7;
  private static final int TAGS = 11;

  /** Copies the maps. */
  public Names {
    functions = Map.copyOf(functions);
    locals = Map.copyOf(locals);
    fields = Map.copyOf(fields);
    others = Map.copyOf(others);
  }

  /** Returns the name of a function. */
  public Optional<String> functionName(int functionIndex) {
    return Optional.ofNullable(functions.get(functionIndex));
  }

  /** Returns the name of a local, parameters first. */
  public Optional<String> localName(int functionIndex, int localIndex) {
    return Optional.ofNullable(locals.getOrDefault(functionIndex, Map.of()).get(localIndex));
  }

  /** Returns the name of a tag. */
  public Optional<String> tagName(int tagIndex) {
    return Optional.ofNullable(others.getOrDefault(TAGS, Map.of()).get(tagIndex));
  }

  /** Returns the name of a global. */
  public Optional<String> globalName(int globalIndex) {
    return Optional.ofNullable(others.getOrDefault(GLOBALS, Map.of()).get(globalIndex));
  }

  /** Returns the name of a type. */
  public Optional<String> typeName(int typeIndex) {
    return Optional.ofNullable(others.getOrDefault(TYPES, Map.of()).get(typeIndex));
  }

  /** Returns the name of a field of a structure type. */
  public Optional<String> fieldName(int typeIndex, int fieldIndex) {
    return Optional.ofNullable(fields.getOrDefault(typeIndex, Map.of()).get(fieldIndex));
  }
}
