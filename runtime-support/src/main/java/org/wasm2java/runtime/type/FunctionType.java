package org.wasm2java.runtime.type;

import java.util.ArrayList;
import java.util.List;

/**
 * The parameter and result types of a function.
 *
 * <pre>{@code
 * FunctionType add = FunctionType.of("i32 i32", "i32");
 * }</pre>
 *
 * @param parameters the types of the parameters, in order
 * @param results the types of the results, in order
 * @see <a href="https://webassembly.github.io/spec/core/syntax/types.html#function-types">Function
 *     types</a>
 */
public record FunctionType(List<ValueType> parameters, List<ValueType> results)
    implements ExternType {
  /** Neither parameters nor results. */
  public static final FunctionType NOTHING = of("", "");

  /** Copies both lists. */
  public FunctionType {
    parameters = List.copyOf(parameters);
    results = List.copyOf(results);
  }

  /**
   * Returns the type for the two lists written as the text format's names with spaces between, for
   * instance {@code of("i32 i64", "f32")}. Generated code uses it: it is compact and starts fast.
   *
   * @throws IllegalArgumentException if a name is not a value type's
   */
  public static FunctionType of(String parameters, String results) {
    return new FunctionType(parse(parameters), parse(results));
  }

  private static List<ValueType> parse(String types) {
    List<ValueType> parsed = new ArrayList<>();
    int start = 0;
    while (start < types.length()) {
      int space = types.indexOf(' ', start);
      int end = space < 0 ? types.length() : space;
      parsed.add(valueType(types.substring(start, end)));
      start = end + 1;
    }
    return parsed;
  }

  private static ValueType valueType(String text) {
    for (ValueType type : ValueType.values()) {
      if (type.text().equals(text)) {
        return type;
      }
    }
    throw new IllegalArgumentException("not a value type: " + text);
  }

  @Override
  public String text() {
    return "func " + this;
  }

  /** Returns the type as the specification writes it, for instance {@code [i32 i64] -> [f32]}. */
  @Override
  public String toString() {
    return list(parameters) + " -> " + list(results);
  }

  private static String list(List<ValueType> types) {
    StringBuilder text = new StringBuilder("[");
    for (ValueType type : types) {
      text.append(text.length() == 1 ? "" : " ").append(type.text());
    }
    return text.append(']').toString();
  }
}
