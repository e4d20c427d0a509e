package org.wasm2java.aot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wasm2java.aot.ir.JvmLimits;
import org.wasm2java.aot.validate.ValidModule;

/**
 * The functions with methods that are larger than they should be.
 *
 * @param limit the size in bytes of bytecode that is not to be exceeded
 * @param sizes the size of the largest method in bytes, by function index
 * @param estimated whether the sizes are estimates: the methods are not compiled
 */
record LargeMethods(int limit, SortedMap<Integer, Integer> sizes, boolean estimated) {
  LargeMethods {
    sizes = Collections.unmodifiableSortedMap(new TreeMap<>(sizes));
  }

  /** Returns the functions that have a method larger than a limit by an estimate. */
  static LargeMethods estimated(int limit, Map<Integer, Integer> sizes) {
    return new LargeMethods(limit, new TreeMap<>(sizes), true);
  }

  /** Returns the functions that have a method larger than a limit in these class files. */
  static LargeMethods measured(int limit, Collection<byte[]> classes) {
    return new LargeMethods(limit, MethodSizes.beyond(classes, limit), false);
  }

  boolean isEmpty() {
    return sizes.isEmpty();
  }

  /** Returns the indices of the functions. */
  Set<Integer> functions() {
    return sizes.keySet();
  }

  /** Returns a warning for each function. */
  List<String> warnings(ValidModule module) {
    List<String> warnings = new ArrayList<>();
    sizes.forEach(
        (functionIndex, size) ->
            warnings.add(
                String.format(
                        Locale.ROOT,
                        "%s has a method of %s%,d bytes, more than %,d, that could not be cut"
                            + " further",
                        FunctionText.of(module, functionIndex),
                        estimated ? "about " : "",
                        size,
                        limit)
                    + consequence(size)));
    return warnings;
  }

  private static String consequence(int size) {
    return size > JvmLimits.HUGE_METHOD_BYTES
        ? "; HotSpot compiles no such method: it will run interpreted, much slower than others"
        : "";
  }
}
