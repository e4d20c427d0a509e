package org.wasm2java.aot;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wasm2java.aot.build.ClassFileMethods;

/** Checks the real sizes of compiled methods. */
final class MethodSizes {
  /** Methods of functions, and of their parts, carry the function's index in their name. */
  private static final Pattern FUNCTION = Pattern.compile("f(\\d+)(_.*)?");

  private MethodSizes() {}

  /** Returns the indices of the functions that have a method larger than a limit in bytes. */
  static SortedSet<Integer> functionsBeyond(Collection<byte[]> classes, int limit) {
    SortedSet<Integer> functions = new TreeSet<>();
    for (byte[] classFile : classes) {
      for (ClassFileMethods.Method method : ClassFileMethods.of(classFile)) {
        Matcher matcher = FUNCTION.matcher(method.name());
        if (method.codeBytes() > limit && matcher.matches()) {
          functions.add(Integer.parseInt(matcher.group(1)));
        }
      }
    }
    return functions;
  }
}
