package org.wasm2java.aot.source.name;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javax.lang.model.SourceVersion;

/** Names from a module as Java identifiers: letters, digits and underscores, unique in a scope. */
public final class JavaNames {
  private static final int MAX_LENGTH = 80;

  private static final Set<String> OBJECT_METHODS =
      Set.of(
          "getClass",
          "hashCode",
          "equals",
          "clone",
          "toString",
          "notify",
          "notifyAll",
          "wait",
          "finalize");

  private final Predicate<String> reserved;
  private final UnaryOperator<String> key;
  private final Set<String> taken = new HashSet<>();

  /** The attempts for each name so far, so that many equal names do not repeat them all. */
  private final Map<String, Integer> tried = new HashMap<>();

  private JavaNames(Predicate<String> reserved, UnaryOperator<String> key) {
    this.reserved = reserved;
    this.key = key;
  }

  /** A scope in which some names are taken. */
  public JavaNames(Set<String> reserved) {
    this(name -> false, UnaryOperator.identity());
    taken.addAll(reserved);
  }

  /** Returns a scope of parameters: they do not hide the classes whose methods are called. */
  public static JavaNames ofParameters(Set<String> reserved, GeneratedNames names) {
    return new JavaNames(
        name -> reserved.contains(name) || ReservedNames.hides(name) || names.isClass(name),
        UnaryOperator.identity());
  }

  /**
   * Returns a scope of classes: names differ in more than their case, as those of files must on
   * some systems.
   *
   * @param reserved says which names are taken
   */
  static JavaNames ofClassFiles(Predicate<String> reserved) {
    return new JavaNames(reserved, name -> name.toLowerCase(Locale.ROOT));
  }

  /** Returns a scope of methods: those that every object has are taken. */
  public static JavaNames ofMethods(Set<String> reserved) {
    JavaNames names = new JavaNames(reserved);
    names.taken.addAll(OBJECT_METHODS);
    return names;
  }

  /** Returns an identifier for a name that this scope has not given out yet. */
  public String unique(String name) {
    String identifier = identifier(name);
    int number = tried.getOrDefault(identifier, 0);
    String candidate;
    do {
      number++;
      candidate = number == 1 ? identifier : identifier + "_" + number;
    } while (reserved.test(candidate) || !taken.add(key.apply(candidate)));
    tried.put(identifier, number);
    return candidate;
  }

  /** Returns the nearest identifier; different names may give the same. */
  public static String identifier(String name) {
    StringBuilder identifier = new StringBuilder();
    for (int i = 0; i < name.length() && identifier.length() < MAX_LENGTH; i++) {
      char c = name.charAt(i);
      boolean legal = c < 0x80 && (Character.isLetterOrDigit(c) || c == '_');
      identifier.append(legal ? c : '_');
    }
    if (identifier.length() == 0) {
      return "unnamed";
    }
    if (Character.isDigit(identifier.charAt(0))) {
      identifier.insert(0, '_');
    }
    String text = identifier.toString();
    boolean isName = SourceVersion.isName(text, SourceVersion.RELEASE_17) && !text.equals("_");
    return isName ? text : text + "_";
  }

  /** Returns a name part for the name section's name: without leading underscores, may be empty. */
  static String part(String name) {
    String identifier = identifier(name);
    int start = 0;
    while (start < identifier.length() && identifier.charAt(start) == '_') {
      start++;
    }
    String part = identifier.substring(start);
    return part.isEmpty() ? "" : "_" + part;
  }

  /** Returns a type name in camel case, for instance {@code WasiSnapshotPreview1}. */
  static String type(String name) {
    StringBuilder type = new StringBuilder();
    boolean upper = true;
    for (char c : identifier(name).toCharArray()) {
      if (c == '_') {
        upper = true;
      } else {
        type.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      }
    }
    return type.length() == 0 ? "Unnamed" : identifier(type.toString());
  }

  /** Returns a name in camel case that starts small, for instance {@code fdWrite}. */
  static String member(String name) {
    String type = type(name);
    return identifier(Character.toLowerCase(type.charAt(0)) + type.substring(1));
  }
}
