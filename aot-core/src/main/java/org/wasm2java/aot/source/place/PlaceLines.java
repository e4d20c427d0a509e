package org.wasm2java.aot.source.place;

import java.util.ArrayList;
import java.util.List;

/**
 * What the text of a body says of its lines until the source is complete and they have numbers: a
 * note is text between two control characters, which Java text never has unescaped.
 */
public final class PlaceLines {
  private static final char OPEN = '\1';
  private static final char CLOSE = '\2';

  /** Short notes cost less in the phases that handle the text. */
  private static final int RADIX = Character.MAX_RADIX;

  private static final String METHOD = "method";

  /** javac gives no numbers to lines beyond. */
  private static final int LAST_LINE = 0xFFFF;

  private PlaceLines() {}

  /**
   * The places of one line.
   *
   * @param line its number, from 1
   * @param keys what tells its places apart, in the order of evaluation; empty if there is one
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
  public record Source(String text, List<Method> methods) {}

  /** Returns a note about the places of a line; where there is one, nothing tells it apart. */
  static String note(List<PlaceMarks.Place> places) {
    StringBuilder note = new StringBuilder();
    for (PlaceMarks.Place place : places) {
      note.append(note.length() == 0 ? OPEN : ',');
      note.append(places.size() == 1 ? "" : place.key()).append(':');
      note.append(Integer.toString(place.at(), RADIX));
    }
    return note.append(CLOSE).toString();
  }

  /** Returns a note that a method begins. */
  public static String method(int functionIndex, boolean part) {
    return OPEN + METHOD + functionIndex + (part ? "p" : "") + CLOSE;
  }

  /** Takes the notes out of a complete source. */
  public static Source read(String text) {
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
    List<String> keys = new ArrayList<>(2);
    List<Integer> offsets = new ArrayList<>(2);
    int end;
    for (int start = 0; start < note.length(); start = end + 1) {
      int colon = note.indexOf(':', start);
      end = note.indexOf(',', colon);
      end = end < 0 ? note.length() : end;
      keys.add(note.substring(start, colon));
      offsets.add(Integer.parseInt(note, colon + 1, end, RADIX));
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
