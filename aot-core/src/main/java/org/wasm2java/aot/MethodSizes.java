package org.wasm2java.aot;

import java.util.Map;
import org.wasm2java.aot.build.ClassFileMethods;

/** Checks the real sizes of compiled methods. */
final class MethodSizes {
  private MethodSizes() {}

  /** Returns whether every method of translated code keeps the limit. */
  static boolean within(Map<String, byte[]> classes, int limit) {
    return classes.values().stream()
        .flatMap(classFile -> ClassFileMethods.of(classFile).stream())
        .allMatch(method -> method.codeBytes() <= limit || !isCode(method.name()));
  }

  private static boolean isCode(String method) {
    return method.startsWith("f") && method.length() > 1 && Character.isDigit(method.charAt(1));
  }
}
