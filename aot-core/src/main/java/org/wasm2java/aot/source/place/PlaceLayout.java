package org.wasm2java.aot.source.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wasm2java.aot.source.place.PlaceMarks.Place;

/**
 * Breaks the text of a statement where places would otherwise share a line though their stack
 * traces look alike, and says at the end of each line which places it has: {@link PlaceLines} reads
 * that from the finished source.
 */
final class PlaceLayout {
  private static final String OPERATORS = "+-*/%&|^<>=!?:";

  private final String text;
  private final List<Place> places;
  private final int[] anchors;
  private final List<Integer> starts = new ArrayList<>();

  /**
   * A layout.
   *
   * @param text the statement with its marks
   * @param places its places in the order of evaluation
   * @param start the place that has the line of the statement itself, or -1 for its beginning
   */
  PlaceLayout(String text, List<Place> places, int start) {
    this.text = text;
    this.places = places;
    this.anchors = new int[places.size()];
    anchor(start);
  }

  /** Finds for each place the position in the text whose line it has; -1 if it was not written. */
  private void anchor(int start) {
    int[] positions = new int[places.size()];
    Arrays.fill(positions, -1);
    for (int i = 0; i < text.length(); i++) {
      int place = text.charAt(i) - PlaceMarks.FIRST;
      if (place >= 0) {
        requireMark(place < positions.length, i);
        positions[place] = i;
      }
    }
    int last = start < 0 ? 0 : positions[start];
    for (int i = 0; i < anchors.length; i++) {
      anchors[i] = places.get(i).direct() ? last : positions[i];
      last = i == start || anchors[i] < 0 ? last : anchors[i];
    }
  }

  private void requireMark(boolean isMark, int position) {
    if (!isMark) {
      throw new IllegalStateException("no mark but text beyond ASCII at " + position + ": " + text);
    }
  }

  /** Returns the lines, without marks, with what {@link PlaceLines} reads. */
  List<String> lines() {
    breakLines();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) : text.length();
      String line = withoutMarks(starts.get(i), end);
      lines.add(indent(starts.get(i)) + line + places(starts.get(i), end));
    }
    return lines;
  }

  /** A further line stands as deep as the parentheses that are open at its start. */
  private String indent(int start) {
    int depth = 0;
    for (int i = 0; i < start; i++) {
      depth += nesting(text.charAt(i));
    }
    return start == 0 ? "" : "    ".repeat(Math.max(1, depth));
  }

  private static int nesting(char c) {
    return c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
  }

  private void breakLines() {
    starts.add(0);
    List<Integer> sorted = byPosition();
    Map<String, Integer> before = new HashMap<>();
    for (int place : sorted.size() > 1 ? sorted : List.<Integer>of()) {
      Integer other = before.put(places.get(place).key(), place);
      boolean alike =
          other != null
              && places.get(other).at() != places.get(place).at()
              && anchors[other] != anchors[place]
              && starts.get(starts.size() - 1) <= anchors[other];
      int start = alike ? lineStart(anchors[other], anchors[place]) : -1;
      if (start > 0) {
        starts.add(start);
      }
    }
  }

  private List<Integer> byPosition() {
    List<Integer> sorted = new ArrayList<>();
    for (int i = 0; i < anchors.length; i++) {
      if (!places.get(i).key().isEmpty() && anchors[i] >= 0) {
        sorted.add(i);
      }
    }
    sorted.sort(Comparator.comparingInt(place -> anchors[place]));
    return sorted;
  }

  /**
   * Returns where a line starts best between two places: the last of the outermost operators and
   * arguments between them, else behind the parenthesis of the first.
   */
  private int lineStart(int from, int to) {
    int best = -1;
    int bestDepth = Integer.MAX_VALUE;
    int depth = 0;
    boolean quoted = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      i += quoted && c == '\\' ? 1 : 0;
      depth += quoted ? 0 : nesting(c);
      if (c == ' ' && !quoted && depth <= bestDepth && isBreak(i)) {
        best = i + 1;
        bestDepth = depth;
      }
    }
    boolean call = text.charAt(from) >= PlaceMarks.FIRST && text.startsWith("(", from + 1);
    return best >= 0 || !call ? best : from + 2;
  }

  /** Whether a line may end at a space: behind a comma or "=", or before an operator. */
  private boolean isBreak(int space) {
    char before = text.charAt(space - 1);
    if (before == ',' || (before == '=' && text.charAt(space - 2) == ' ')) {
      return true;
    }
    int next = space + 1;
    while (next < text.length() && text.charAt(next) >= PlaceMarks.FIRST) {
      next++;
    }
    int end = text.indexOf(' ', next);
    for (int i = next; i < end; i++) {
      if (OPERATORS.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return end > next && !(end == next + 1 && text.charAt(next) == '=');
  }

  private String withoutMarks(int start, int end) {
    StringBuilder line = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c < PlaceMarks.FIRST) {
        line.append(c);
      }
    }
    return end < text.length() ? line.toString().stripTrailing() : line.toString();
  }

  private String places(int start, int end) {
    List<Place> here = new ArrayList<>(4);
    for (int i = 0; i < anchors.length; i++) {
      Place place = places.get(i);
      if (!place.key().isEmpty() && anchors[i] >= start && anchors[i] < end) {
        here.add(place);
      }
    }
    return here.isEmpty() ? "" : PlaceLines.note(here);
  }
}
