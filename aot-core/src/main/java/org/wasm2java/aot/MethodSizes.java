package org.wasm2java.aot;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wasm2java.aot.build.ClassFileMethods;

/** Checks the real sizes of compiled methods. */
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
        Matcher matcher = FUNCTION.matcher(method.name());
        if (method.codeBytes() > limit && matcher.matches()) {
          functions.merge(Integer.parseInt(matcher.group(1)), method.codeBytes(), Math::max);
        }
      }
    }
    return functions;
  }
}
