package org.wasm2java.aot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.wasm2java.aot.ir.JvmLimits;
import org.wasm2java.aot.validate.ValidModule;

/** Warns of functions with methods that stayed larger than they should be. */
final class LargeMethods {
  private LargeMethods() {}

  /**
   * Returns a warning for each function.
   *
   * @param sizes the size of the largest method in bytes of bytecode, by function index
   * @param about what to say before the size: an empty text, or that it is estimated
   * @param limit the size that was not to be exceeded
   */
  static List<String> warnings(
      ValidModule module, SortedMap<Integer, Integer> sizes, String about, int limit) {
    List<String> warnings = new ArrayList<>();
    sizes.forEach(
        (functionIndex, size) -> {
          String text =
              String.format(
                  Locale.ROOT,
                  "%s has a method of %s%,d bytes, more than %,d, that could not be cut"
                      + " further",
                  FunctionText.of(module, functionIndex),
                  about,
                  size,
                  limit);
          warnings.add(text + consequence(size));
        });
    return warnings;
  }

  private static String consequence(int size) {
    return size > JvmLimits.HUGE_METHOD_BYTES
        ? "; HotSpot compiles no such method: it will run interpreted, much slower than others"
        : "";
  }
}
