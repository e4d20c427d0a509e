package org.wasm2java.aot.type;

import java.util.List;

/**
 * The types of a function's parameters and results.
 *
 * @see <a href="https://webassembly.github.io/spec/core/syntax/types.html#function-types">Function
 *     types</a>
 */
public record FunctionType(List<ValueType> parameters, List<ValueType> results)
    implements CompositeType {
  /** No parameters, no results. */
  public static final FunctionType EMPTY = new FunctionType(List.of(), List.of());

  /** Copies the lists. */
  public FunctionType {
    parameters = List.copyOf(parameters);
    results = List.copyOf(results);
  }

  /** Returns the type as the specification writes it, for instance {@code [i32 i32] -> [i32]}. */
  public String text() {
    return text(parameters) + " -> " + text(results);
  }

  /** Returns a list of types in brackets. */
  public static String text(List<? extends ValueType> types) {
    StringBuilder text = new StringBuilder("[");
    for (ValueType type : types) {
      text.append(text.length() == 1 ? "" : " ").append(type.text());
    }
    return text.append(']').toString();
  }
}
