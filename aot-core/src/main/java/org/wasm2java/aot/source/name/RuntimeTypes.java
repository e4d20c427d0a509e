package org.wasm2java.aot.source.name;

import java.lang.constant.ClassDesc;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.wasm2java.aot.source.place.AsciiText;
import org.wasm2java.aot.type.ValueType;

/**
 * The one way by which text that is written by hand names classes of the runtime and of the JDK:
 * simple names with an import, or full names where a generated class has the same simple name.
 * Collects the imports of one source file, so what one file's types name belongs into that file.
 */
public final class RuntimeTypes {
  private final Set<String> generated;
  private final String packageName;
  private final SortedSet<String> imports = new TreeSet<>();

  /**
   * The names in a file.
   *
   * @param generatedSimpleNames the simple names that generated classes take from others
   * @param packageName the file's package
   */
  public RuntimeTypes(Set<String> generatedSimpleNames, String packageName) {
    this.generated = generatedSimpleNames;
    this.packageName = packageName;
  }

  /** Returns how bodies of this file name a class, a primitive type or an array of such. */
  public String name(Class<?> type) {
    if (type.isArray()) {
      return name(type.getComponentType()) + "[]";
    }
    if (type.isPrimitive()) {
      return type.getName();
    }
    return name(type.getPackageName(), type.getSimpleName(), type.getName());
  }

  /** Returns how bodies of this file name a class, a primitive type or an array of such. */
  public String name(ClassDesc type) {
    if (type.isArray()) {
      return name(type.componentType()) + "[]";
    }
    String simpleName = type.displayName();
    return type.isPrimitive()
        ? simpleName
        : name(type.packageName(), simpleName, type.packageName() + "." + simpleName);
  }

  private String name(String owner, String simpleName, String qualifiedName) {
    if (owner.equals(packageName)) {
      return AsciiText.of(simpleName);
    }
    if (generated.contains(simpleName)) {
      return qualifiedName;
    }
    if (!owner.equals("java.lang")) {
      imports.add(qualifiedName);
    }
    return simpleName;
  }

  /** Returns how bodies of this file name a static member of a class. */
  public String member(Class<?> type, String member) {
    return name(type) + "." + member;
  }

  /** Returns the expression for the runtime's object of a value type. */
  public String valueType(ValueType type) {
    Class<?> owner = org.wasm2java.runtime.type.ValueType.class;
    String code = Signatures.code(type);
    return org.wasm2java.runtime.type.ValueType.named().stream()
            .anyMatch(named -> named.code().equals(code))
        ? member(owner, code.toUpperCase(Locale.ROOT))
        : member(owner, "of(\"" + code + "\")");
  }

  /** Returns the source with the imports that its bodies need beside those it has. */
  public String addImports(String source) {
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
      lines.add("import " + type + ";");
    }
    rest.setLength(rest.length() - 1);
    String block = lines.isEmpty() ? "" : String.join("\n", lines) + "\n\n";
    return head + "\n" + block + rest;
  }
}
