package org.wasm2java.aot;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wasm2java.aot.build.ClassFileMethods;
import org.wasm2java.runtime.format.FunctionMethodName;

/** Finds which functions the methods of compiled classes belong to, and how large these are. */
final class MethodSizes {
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
          FunctionMethodName.parse(method.name())
              .ifPresent(
                  name -> functions.merge(name.functionIndex(), method.codeBytes(), Math::max));
        }
      }
    }
    return functions;
  }
}
