package org.wasm2java.runtime.host;

import java.util.ArrayList;
import java.util.List;
import org.wasm2java.runtime.type.FunctionType;
import org.wasm2java.runtime.type.ValueType;

/** A function's type with names of parameters and results, each of which may be empty. */
record HostSignature(FunctionType type, List<String> parameters, List<String> results) {
  static HostSignature of(FunctionType type) {
    return new HostSignature(type, unnamed(type.parameters()), unnamed(type.results()));
  }

  private static List<String> unnamed(List<ValueType> types) {
    List<String> names = new ArrayList<>();
    types.forEach(type -> names.add(""));
    return names;
  }

  HostSignature withParameterNames(List<String> names) {
    check(names, type.parameters(), "parameters");
    return new HostSignature(type, names, results);
  }

  HostSignature withResultNames(List<String> names) {
    check(names, type.results(), "results");
    return new HostSignature(type, parameters, names);
  }

  private void check(List<String> names, List<ValueType> types, String what) {
    if (names.size() != types.size()) {
      throw new IllegalArgumentException(
          "a function of type " + type + " has " + types.size() + " " + what + ", not " + names);
    }
  }

  /** Returns the signature, for instance {@code (pointer i32, length i32) -> (f64)}. */
  String text() {
    return list(parameters, type.parameters()) + " -> " + list(results, type.results());
  }

  private static String list(List<String> names, List<ValueType> types) {
    StringBuilder text = new StringBuilder("(");
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      text.append(i == 0 ? "" : ", ").append(name).append(name.isEmpty() ? "" : " ");
      text.append(types.get(i).text());
    }
    return text.append(')').toString();
  }
}
