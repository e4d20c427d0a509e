package org.wasm2java.aot;

import java.util.Collection;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wasm2java.aot.build.ClassFileMethods;

/** Finds which functions the methods of compiled classes belong to, and how large these are. */
final class MethodSizes {
  /** Methods of functions, and of their parts, carry the function's index in their name. */
  private static final Pattern FUNCTION = Pattern.compile("f(\\d+)(_.*)?");

  private MethodSizes() {}

  /**
   * Returns the functions that have a method larger than a limit in bytes.
   *
   * @return the size of the largest method in bytes, by function index
   */
  static SortedMap<Integer, Integer> beyond(Collection<byte[]> classes, int limit) {
    SortedMap<Integer, Integer> functions = new TreeMap<>();
    for (byte[] classFile : classes) {
      for (ClassFileMethods.Method method : ClassFileMethods.of(classFile)) {
        if (method.codeBytes() > limit) {
          functionIndex(method.name())
              .ifPresent(index -> functions.merge(index, method.codeBytes(), Math::max));
        }
      }
    }
    return functions;
  }

  /** Returns the index of the function that a method belongs to; empty if it is of none. */
  static OptionalInt functionIndex(String methodName) {
    Matcher matcher = FUNCTION.matcher(methodName);
    return matcher.matches()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }
}
