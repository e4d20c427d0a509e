package org.wasm2java.aot.split;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.wasm2java.aot.module.Export;
import org.wasm2java.aot.module.ExternKind;
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
    List<Pattern> patterns = globs.stream().map(ListenedFunctions::pattern).toList();
    TreeMap<Integer, List<String>> exports = exports(module);
    for (int i = module.spaces().importedFunctions(); i < module.spaces().functionCount(); i++) {
      List<String> names = new ArrayList<>(exports.getOrDefault(i, List.of()));
      names.add("func[" + i + "]");
      Optional<String> name = module.module().names().functionName(i);
      name.ifPresent(names::add);
      if (names.stream().anyMatch(each -> matches(patterns, each))) {
        functions.add(i);
      }
    }
    return functions;
  }

  private static TreeMap<Integer, List<String>> exports(ValidModule module) {
    TreeMap<Integer, List<String>> exports = new TreeMap<>();
    for (Export export : module.module().exports()) {
      if (export.kind() == ExternKind.FUNCTION) {
        exports.computeIfAbsent(export.index(), index -> new ArrayList<>()).add(export.name());
      }
    }
    return exports;
  }

  private static boolean matches(List<Pattern> patterns, String name) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
  }

  private static Pattern pattern(String glob) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }
}
