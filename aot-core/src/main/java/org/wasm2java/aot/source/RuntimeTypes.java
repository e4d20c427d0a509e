package org.wasm2java.aot.source;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The runtime's classes as bodies name them: simple names with an import, or full names where a
 * generated class has the same simple name. Collects the imports of one source file.
 */
final class RuntimeTypes {
  private final Set<String> generated;
  private final SortedSet<String> imports = new TreeSet<>();

  RuntimeTypes(Set<String> generatedSimpleNames) {
    this.generated = generatedSimpleNames;
  }

  /** Returns how bodies of this file name a class. */
  String name(Class<?> type) {
    if (generated.contains(type.getSimpleName())) {
      return type.getName();
    }
    if (!type.getPackageName().equals("java.lang")) {
      imports.add(type.getName());
    }
    return type.getSimpleName();
  }

  /** Returns the source with the imports that its bodies need beside those it has. */
  String addImports(String source) {
    SortedSet<String> lines = new TreeSet<>();
    StringBuilder head = new StringBuilder();
    StringBuilder rest = new StringBuilder();
    boolean header = true;
    for (String line : source.split("\n", -1)) {
      if (header && line.startsWith("import ")) {
        lines.add(line);
      } else if (header && (line.startsWith("package ") || line.startsWith("// "))) {
        head.append(line).append('\n');
      } else if (!header || !line.isEmpty()) {
        header = false;
        rest.append(line).append('\n');
      }
    }
    for (String type : imports) {
      if (rest.indexOf(type.substring(type.lastIndexOf('.') + 1)) >= 0) {
        lines.add("import " + type + ";");
      }
    }
    rest.setLength(rest.length() - 1);
    String block = lines.isEmpty() ? "" : String.join("\n", lines) + "\n\n";
    return head + "\n" + block + rest;
  }
}
