package org.wasm2java.aot.split;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.wasm2java.aot.validate.ValidModule;

/** Finds the functions that patterns name: by the name section, by exports, or by index. */
final class ListenedFunctions {
  private ListenedFunctions() {}

  /** Returns the indices of the functions that the module defines and a pattern matches. */
  static SortedSet<Integer> of(ValidModule module, List<String> globs) {
    SortedSet<Integer> functions = new TreeSet<>();
    if (globs.isEmpty()) {
      return functions;
    }
    NamePatterns patterns = NamePatterns.of(globs);
    SortedMap<Integer, List<String>> exports = module.decoded().functionExports();
    int end = module.spaces().functionCount() - module.constantFunctions();
    for (int i = module.spaces().importedFunctions(); i < end; i++) {
      List<String> names = new ArrayList<>(exports.getOrDefault(i, List.of()));
      names.add("func[" + i + "]");
      Optional<String> name = module.decoded().names().functionName(i);
      name.ifPresent(names::add);
      if (names.stream().anyMatch(patterns::matches)) {
        functions.add(i);
      }
    }
    return functions;
  }
}
