package org.wasm2java.aot.structure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.wasm2java.aot.structure.MainSources.MainSource;

/**
 * Finds logic that is written twice: the same significant lines, one behind the other, in two
 * places. Lines that say nothing on their own do not count: comments, imports, annotations,
 * brackets, bare ends, and single names in lists of parameters, arguments or constants.
 */
final class Duplicates {
  static final int SIGNIFICANT_LINES = 8;

  private static final Pattern INSIGNIFICANT =
      Pattern.compile(
          "[{}();,]*|(package|import) .*|[/*].*|@.*|\\} else \\{|\\} finally \\{|return this;|break;"
              + "|return null;|return;|default:|case .*:|super\\(.*\\);|[\\w.<>?\\[\\]]+( \\w+)?,");

  private record Line(MainSource source, int number, String text) {
    @Override
    public String toString() {
      return source.path() + ":" + number;
    }
  }

  private Duplicates() {}

  /** Returns one line of text per pair of places that start alike. */
  static List<String> of(List<MainSource> sources) {
    Map<String, Line> known = new HashMap<>();
    Set<String> found = new LinkedHashSet<>();
    for (MainSource source : sources) {
      List<Line> lines = significant(source);
      boolean inRun = false;
      for (int i = 0; i + SIGNIFICANT_LINES <= lines.size(); i++) {
        Line first = lines.get(i);
        Line other = known.putIfAbsent(window(lines, i), first);
        if (other != null && !inRun) {
          found.add(first + " repeats " + other + " (" + first.text() + ")");
        }
        inRun = other != null;
      }
    }
    return new ArrayList<>(found);
  }

  private static List<Line> significant(MainSource source) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < source.lines().size(); i++) {
      String text = source.lines().get(i).strip();
      if (!INSIGNIFICANT.matcher(text).matches()) {
        lines.add(new Line(source, i + 1, text));
      }
    }
    return lines;
  }

  private static String window(List<Line> lines, int start) {
    StringBuilder window = new StringBuilder();
    for (Line line : lines.subList(start, start + SIGNIFICANT_LINES)) {
      window.append(line.text()).append('\n');
    }
    return window.toString();
  }
}
