package org.wasm2java.aot.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wasm2java.aot.structure.MainSources.MainSource;

/** The packages of sources: how many files they have, and which use each other. */
final class Packages {
  private static final Pattern USE =
      Pattern.compile("\\b(org\\.wasm2java(?:\\.[a-z]\\w*)*)\\.(?:\\*;|[A-Z])");
  private static final Pattern COMMENT = Pattern.compile("^\\s*(//|/?\\*)");
  private static final Pattern DECLARATION = Pattern.compile("package ([\\w.]+);");

  private Packages() {}

  /** Returns how many files each package has, beside those that describe it. */
  static Map<String, Integer> sizes(List<MainSource> sources) {
    Map<String, Integer> sizes = new TreeMap<>();
    for (MainSource source : sources) {
      if (!source.fileName().endsWith("-info.java")) {
        sizes.merge(name(source), 1, Integer::sum);
      }
    }
    return sizes;
  }

  /** Returns the packages that use each other, directly or through others, one text a circle. */
  static List<String> cycles(List<MainSource> sources) {
    Map<String, Set<String>> reachable = uses(sources);
    for (String through : List.copyOf(reachable.keySet())) {
      for (Set<String> used : reachable.values()) {
        if (used.contains(through)) {
          used.addAll(reachable.getOrDefault(through, Set.of()));
        }
      }
    }
    Set<String> cycles = new TreeSet<>();
    reachable.forEach(
        (user, used) -> {
          if (used.contains(user)) {
            Set<String> circle = new TreeSet<>(used);
            circle.removeIf(other -> !reachable.getOrDefault(other, Set.of()).contains(user));
            cycles.add(circle.toString());
          }
        });
    return new ArrayList<>(cycles);
  }

  /** Returns which packages use which others. */
  static Map<String, Set<String>> uses(List<MainSource> sources) {
    Map<String, Set<String>> uses = new TreeMap<>();
    for (MainSource source : sources) {
      String user = name(source);
      Set<String> used = uses.computeIfAbsent(user, added -> new TreeSet<>());
      for (String line : source.lines()) {
        Matcher use = USE.matcher(COMMENT.matcher(line).find() ? "" : line);
        while (use.find()) {
          if (!use.group(1).equals(user)) {
            used.add(use.group(1));
          }
        }
      }
    }
    return uses;
  }

  private static String name(MainSource source) {
    Matcher declaration = DECLARATION.matcher(source.text());
    return declaration.find() ? declaration.group(1) : "";
  }
}
