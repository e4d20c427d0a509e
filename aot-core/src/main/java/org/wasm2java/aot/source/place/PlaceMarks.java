package org.wasm2java.aot.source.place;

import java.util.ArrayList;
import java.util.List;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.runtime.format.FrameKey;

/**
 * Marks in the text of one statement after another where javac starts a line number, so that the
 * Java line of an exception tells the instruction that it is from. A mark is one character that
 * statements never have, as they are ASCII: names beyond it are written as {@link AsciiText}.
 * {@link PlaceLayout} takes marks out again, and refuses other characters like them. The first
 * marks are characters of one byte, as others double the size of a text.
 *
 * <p>javac gives each call of a method the line of its opening parenthesis, and each part of a
 * conditional expression its own. Divisions and accesses to arrays have the line of what was
 * evaluated before them. Marks must therefore be asked for in the order of evaluation.
 */
public final class PlaceMarks {
  /** The first of the characters that stand for places. */
  static final char FIRST = '\u0080';

  /** The first character behind them. */
  static final char END = '\u2000';

  /**
   * A place of a statement.
   *
   * @param key what the stack trace shows above it, see {@link FrameKey}; empty if nothing that can
   *     trap is there
   * @param at the instruction's byte offset in the module
   * @param direct whether it has the line of the place before it
   */
  record Place(String key, int at, boolean direct) {}

  private final boolean used;
  private final List<Place> places = new ArrayList<>();
  private int start = -1;

  private PlaceMarks(boolean used) {
    this.used = used;
  }

  /** Marks for a function's body. */
  public static PlaceMarks ofFunction() {
    return new PlaceMarks(true);
  }

  /** No marks, for code that belongs to no function. */
  public static PlaceMarks none() {
    return new PlaceMarks(false);
  }

  /** Returns what to put before the parenthesis of a call that can trap. */
  public String call(String key, int at) {
    return at == Expr.NOWHERE ? line() : mark(new Place(key, at, false));
  }

  /** Returns what to put before the parenthesis of a call of a Java method that can trap. */
  public String call(Class<?> owner, String method, int at) {
    return call(FrameKey.ofMethod(owner.getSimpleName(), method), at);
  }

  /** Returns what to put where javac starts a line for what cannot trap. */
  public String line() {
    return mark(new Place("", Expr.NOWHERE, false));
  }

  /** Returns the text of a value with a mark in it if reading the value is a call. */
  public String lastCall(String text) {
    int call = text.endsWith(")") ? text.lastIndexOf('(') : -1;
    return call < 0 ? text : text.substring(0, call) + line() + text.substring(call);
  }

  /** Notes an operation that the JVM checks itself. */
  public void direct(String key, int at) {
    if (used && at != Expr.NOWHERE) {
      places.add(new Place(key, at, true));
    }
  }

  /** Returns what to put where the line of the whole statement is, if not at its start. */
  public String start() {
    start = places.size();
    return line();
  }

  private String mark(Place place) {
    if (!used || places.size() >= END - FIRST) {
      return "";
    }
    places.add(place);
    return Character.toString((char) (FIRST + places.size() - 1));
  }

  /** Returns whether the statement has no places. */
  public boolean isEmpty() {
    return places.isEmpty();
  }

  /** Returns the lines of a statement whose text is complete, and forgets its places. */
  public List<String> lines(String text) {
    List<String> lines = new PlaceLayout(text, places, start).lines();
    places.clear();
    start = -1;
    return lines;
  }
}
