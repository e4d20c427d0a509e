package org.wasm2java.runtime.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The parameter and result types of a function. Two types of the same parameters and results are
 * the same unless a module says more of one of them: that it has supertypes, may have subtypes, or
 * belongs to a recursive group.
 *
 * <pre>{@code
 * FunctionType add = FunctionType.of("i32 i32", "i32");
 * }</pre>
 *
 * @param parameters the types of the parameters, in order
 * @param results the types of the results, in order
 * @param definition what a module says more of the type; empty for most types
 * @see <a href="https://webassembly.github.io/spec/core/syntax/types.html#function-types">Function
 *     types</a>
 */
public record FunctionType(
    List<ValueType> parameters, List<ValueType> results, Optional<HeapType> definition)
    implements ExternType {
  /** Neither parameters nor results. */
  public static final FunctionType NOTHING = of("", "");

  /** Copies both lists. */
  public FunctionType {
    parameters = List.copyOf(parameters);
    results = List.copyOf(results);
  }

  /** A type of which a module says no more. */
  public FunctionType(List<ValueType> parameters, List<ValueType> results) {
    this(parameters, results, Optional.empty());
  }

  /**
   * Returns the type for the two lists written as the text format's names, or the {@link
   * ValueType#code} of a type, with spaces between, for instance {@code of("i32 i64", "f32")}.
   * Generated code uses it: it is compact and starts fast.
   *
   * @throws IllegalArgumentException if a name is not a value type's
   */
  public static FunctionType of(String parameters, String results) {
    return new FunctionType(parse(parameters), parse(results));
  }

  /**
   * Returns a type of which a module says more.
   *
   * @param definition the {@link HeapType#code} of what it says
   * @throws IllegalArgumentException if a name is not a value type's
   */
  public static FunctionType of(String parameters, String results, String definition) {
    return new FunctionType(
        parse(parameters), parse(results), Optional.of(HeapType.of(definition)));
  }

  private static List<ValueType> parse(String types) {
    List<ValueType> parsed = new ArrayList<>();
    int start = 0;
    while (start < types.length()) {
      int space = types.indexOf(' ', start);
      int end = space < 0 ? types.length() : space;
      parsed.add(ValueType.of(types.substring(start, end)));
      start = end + 1;
    }
    return parsed;
  }

  /**
   * Returns whether a function of this type is one of the other, too.
   *
   * @see <a href="https://webassembly.github.io/spec/core/valid/matching.html#functions">Matching
   *     of functions</a>
   */
  public boolean matches(FunctionType sup) {
    return definition.isPresent() && sup.definition.isPresent()
        ? definition.get().matches(sup.definition.get())
        : equals(sup);
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

  /**
   * Returns whether two modules, of which one knows this type and the other one that it {@link
   * #matches}, have the same Java classes for the parameters and results.
   */
  public boolean sharesClasses(FunctionType sup) {
    boolean shares = true;
    for (int i = 0; i < parameters.size(); i++) {
      shares &= sup.parameters.get(i).sharesClass(parameters.get(i));
    }
    for (int i = 0; i < results.size(); i++) {
      shares &= results.get(i).sharesClass(sup.results.get(i));
    }
    return shares;
  }
}
