package org.wasm2java.aot.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of the text of {@link IrPrinter}: how deep it is, and its words one after the other. */
final class IrLine {
  /** A parenthesis, or a word; what stands in brackets belongs to its word. */
  private static final Pattern WORD = Pattern.compile("[()]|(?:[^\\s()\\[]|\\[[^]]*])+");

  private final int number;
  private final String text;
  private final List<String> words = new ArrayList<>();
  private int next;

  IrLine(int number, String text) {
    this.number = number;
    this.text = text;
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group());
    }
  }

  int depth() {
    int spaces = text.length() - text.stripLeading().length();
    if (spaces % 2 != 0) {
      throw broken("an odd number of spaces");
    }
    return spaces / 2;
  }

  /** Returns the text without its indent. */
  String text() {
    return text.strip();
  }

  boolean hasNext() {
    return next < words.size();
  }

  /** Returns the next word without taking it, the empty text at the end. */
  String peek() {
    return hasNext() ? words.get(next) : "";
  }

  String word() {
    if (!hasNext()) {
      throw broken("a word is missing at the end");
    }
    return words.get(next++);
  }

  /** Takes the next word if it is this one. */
  boolean take(String word) {
    boolean found = peek().equals(word);
    next += found ? 1 : 0;
    return found;
  }

  void expect(String word) {
    if (!take(word)) {
      throw broken("expected " + word + ", found " + (hasNext() ? peek() : "the end"));
    }
  }

  void expectEnd() {
    if (hasNext()) {
      throw broken("unexpected: " + peek());
    }
  }

  int number() {
    return number(word());
  }

  int number(String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw broken("not a number: " + digits);
    }
  }

  /** Returns the number in brackets of a word such as {@code func[3]}. */
  int index(String word, String space) {
    if (!word.startsWith(space + "[") || !word.endsWith("]")) {
      throw broken("expected " + space + "[..], found " + word);
    }
    return number(word.substring(space.length() + 1, word.length() - 1));
  }

  IllegalArgumentException broken(String what) {
    return new IllegalArgumentException("line " + number + ": " + what + ": " + text.strip());
  }
}
