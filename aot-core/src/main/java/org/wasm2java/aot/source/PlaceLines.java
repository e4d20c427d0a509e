package org.wasm2java.aot.source;

import java.util.ArrayList;
import java.util.List;

/**
 * What the text of a body says of its lines until the source is complete and they have numbers: a
 * note is text between two characters that Java text never has.
 */
final class PlaceLines {
  private static final char OPEN = '\uF8FE';
  private static final char CLOSE = '\uF8FF';
  private static final String METHOD = "method";

  /** javac gives no numbers to lines beyond. */
  private static final int LAST_LINE = 0xFFFF;

  private PlaceLines() {}

  /**
   * The places of one line.
   *
   * @param line its number, from 1
   * @param keys what tells its places apart, in the order of evaluation
   * @param offsets the instructions' byte offsets in the module
   */
  record Line(int line, List<String> keys, List<Integer> offsets) {
    Line {
      keys = List.copyOf(keys);
      offsets = List.copyOf(offsets);
    }
  }

  /**
   * The lines of one method.
   *
   * @param first the number of its first line
   * @param part whether it is a part that was split off
   */
  record Method(int functionIndex, boolean part, int first, List<Line> lines) {}

  /** A source without notes, and what they said. */
  record Source(String text, List<Method> methods) {}

  /** Returns a note about the places of a line. */
  static String note(String content) {
    return OPEN + content + CLOSE;
  }

  /** Returns a note that a method begins. */
  static String method(int functionIndex, boolean part) {
    return note(METHOD + functionIndex + (part ? "p" : ""));
  }

  /** Takes the notes out of a complete source. */
  static Source read(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    List<Method> methods = new ArrayList<>();
    int line = 1;
    int from = 0;
    for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, from)) {
      for (int i = text.indexOf('\n', from); i >= 0 && i < open; i = text.indexOf('\n', i + 1)) {
        line++;
      }
      clean.append(text, from, open);
      int close = text.indexOf(CLOSE, open);
      read(text.substring(open + 1, close), line, methods);
      from = close + 1;
    }
    methods.replaceAll(PlaceLines::reachable);
    return new Source(clean.append(text, from, text.length()).toString(), List.copyOf(methods));
  }

  private static void read(String note, int line, List<Method> methods) {
    if (note.startsWith(METHOD)) {
      boolean part = note.endsWith("p");
      String index = note.substring(METHOD.length(), note.length() - (part ? 1 : 0));
      methods.add(new Method(Integer.parseInt(index), part, line, new ArrayList<>()));
      return;
    }
    List<String> keys = new ArrayList<>();
    List<Integer> offsets = new ArrayList<>();
    for (String place : note.split(",", -1)) {
      int colon = place.indexOf(':');
      keys.add(place.substring(0, colon));
      offsets.add(Integer.parseInt(place.substring(colon + 1), 16));
    }
    methods.get(methods.size() - 1).lines().add(new Line(line, keys, offsets));
  }

  /** What lies beyond the numbers would be taken for what has the last of them. */
  private static Method reachable(Method method) {
    List<Line> lines = method.lines();
    boolean beyond = !lines.isEmpty() && lines.get(lines.size() - 1).line() > LAST_LINE;
    return new Method(
        method.functionIndex(), method.part(), method.first(), beyond ? List.of() : lines);
  }
}
