package org.wasm2java.aot.structure;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What others can name of classes: public and protected members, one line of text each. */
final class RuntimeSignatures {
  private static final int VISIBLE = Modifier.PUBLIC | Modifier.PROTECTED;

  /** What decides whether a use of a member still links and compiles. */
  private static final int SHOWN =
      VISIBLE | Modifier.STATIC | Modifier.FINAL | Modifier.ABSTRACT | Modifier.INTERFACE;

  private RuntimeSignatures() {}

  /** Returns the signatures of those of the classes that are visible. */
  static SortedSet<String> of(Collection<Class<?>> classes) {
    SortedSet<String> signatures = new TreeSet<>();
    for (Class<?> type : classes) {
      if (isVisible(type)) {
        signatures.add(head(type));
        members(type).forEach(member -> signatures.add(type.getName() + ": " + member));
      }
    }
    return signatures;
  }

  /** A nested class is as visible as what it is nested in. */
  private static boolean isVisible(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return isVisible(type.getModifiers())
        && !type.isAnonymousClass()
        && (outer == null || isVisible(outer));
  }

  private static boolean isVisible(int modifiers) {
    return (modifiers & VISIBLE) != 0;
  }

  private static String head(Class<?> type) {
    String head = type.getName() + ": " + Modifier.toString(type.getModifiers() & SHOWN) + " type";
    Type parent = type.getGenericSuperclass();
    String parents =
        Stream.concat(
                parent == null ? Stream.empty() : Stream.of(parent),
                Arrays.stream(type.getGenericInterfaces()))
            .map(Type::getTypeName)
            .collect(Collectors.joining(", "));
    return parents.isEmpty() ? head : head + " is " + parents;
  }

  private static Stream<String> members(Class<?> type) {
    Stream<String> fields =
        Arrays.stream(type.getDeclaredFields())
            .filter(field -> isVisible(field.getModifiers()) && !field.isSynthetic())
            .map(RuntimeSignatures::field);
    Stream<String> constructors =
        Arrays.stream(type.getDeclaredConstructors())
            .filter(constructor -> isVisible(constructor.getModifiers()))
            .filter(constructor -> !constructor.isSynthetic())
            .map(RuntimeSignatures::constructor);
    Stream<String> methods =
        Arrays.stream(type.getDeclaredMethods())
            .filter(method -> isVisible(method.getModifiers()) && !method.isSynthetic())
            .map(RuntimeSignatures::method);
    return Stream.of(fields, constructors, methods).flatMap(all -> all);
  }

  private static String field(Field field) {
    return modifiers(field.getModifiers())
        + field.getGenericType().getTypeName()
        + " "
        + field.getName();
  }

  private static String constructor(Constructor<?> constructor) {
    return modifiers(constructor.getModifiers()) + "new" + parameters(constructor);
  }

  private static String method(Method method) {
    return modifiers(method.getModifiers())
        + method.getGenericReturnType().getTypeName()
        + " "
        + method.getName()
        + parameters(method);
  }

  private static String modifiers(int modifiers) {
    return Modifier.toString(modifiers & SHOWN) + " ";
  }

  private static String parameters(Executable executable) {
    return Arrays.stream(executable.getGenericParameterTypes())
        .map(Type::getTypeName)
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
