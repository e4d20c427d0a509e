package org.wasm2java.runtime.internal;

/**
 * Text of a module as people may be shown it: names are any Unicode text, and a terminal, a log or
 * a comment must show a name and do nothing else with it. Everything that puts a name of a module
 * into a message, a listing or a comment does so through {@link #of}.
 *
 * <pre>{@code
 * ShownText.of("fac"); // fac
 * ShownText.of("two\nlines"); // two\nlines, with a backslash and an n
 * ShownText.of("bell\7"); // bell, a backslash and u{7}
 * }</pre>
 *
 * @see <a href="https://webassembly.github.io/spec/core/text/values.html#strings">Strings of the
 *     text format</a>
 */
public final class ShownText {
  /** Longer text is cut in its middle to about this many characters. */
  private static final int LONGEST = 160;

  /** How much is kept of the end, where names of one program differ more than at their start. */
  private static final int TAIL = 50;

  private ShownText() {}

  /**
   * Returns text with escapes of the WebAssembly text format for what is not plainly visible: line
   * ends and other control characters, marks of direction and others of no width, spaces but the
   * usual one, unpaired surrogates, and code points that are no characters; also for quotes and
   * backslashes, so that it can stand between quotes and tells what the text is exactly. Text of
   * more than 160 characters is shortened in its middle.
   */
  public static String of(String raw) {
    int length = raw.length();
    if (length <= LONGEST) {
      return escaped(raw);
    }
    int head = boundary(raw, LONGEST - TAIL);
    int tail = boundary(raw, length - TAIL);
    String left = "...(" + (tail - head) + " more)...";
    return escaped(raw.substring(0, head)) + left + escaped(raw.substring(tail));
  }

  /** Returns where to cut, so that no surrogate pair is cut. */
  private static int boundary(String raw, int at) {
    boolean inside =
        Character.isHighSurrogate(raw.charAt(at - 1)) && Character.isLowSurrogate(raw.charAt(at));
    return inside ? at - 1 : at;
  }

  private static String escaped(String raw) {
    StringBuilder shown = new StringBuilder(raw.length());
    int at = 0;
    while (at < raw.length()) {
      int codePoint = raw.codePointAt(at);
      at += Character.charCount(codePoint);
      switch (codePoint) {
        case '\n' -> shown.append("\\n");
        case '\r' -> shown.append("\\r");
        case '\t' -> shown.append("\\t");
        case '"', '\\' -> shown.append('\\').append((char) codePoint);
        default -> {
          if (isVisible(codePoint)) {
            shown.appendCodePoint(codePoint);
          } else {
            shown.append("\\u{").append(Integer.toHexString(codePoint)).append('}');
          }
        }
      }
    }
    return shown.toString();
  }

  private static boolean isVisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> codePoint == ' ';
      // Which they are depends on the JDK: only those that will never be letters count.
      case Character.UNASSIGNED -> !isReserved(codePoint);
      default -> !isBlank(codePoint);
    };
  }

  /** Code points that no version of Unicode assigns, or that are set aside to show nothing. */
  private static boolean isReserved(int codePoint) {
    return (codePoint & 0xFFFE) == 0xFFFE
        || codePoint >= 0xFDD0 && codePoint <= 0xFDEF
        || codePoint >= 0xFFF0 && codePoint <= 0xFFF8
        || codePoint >= 0xE0000 && codePoint <= 0xE0FFF
        || codePoint == 0x2065;
  }

  /** Letters, marks and symbols that show nothing: joiners, fillers and variation selectors. */
  private static boolean isBlank(int codePoint) {
    return switch (codePoint) {
      case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F -> true;
      case 0x2800, 0x3164, 0xFFA0 -> true;
      default ->
          codePoint >= 0xFE00 && codePoint <= 0xFE0F
              || codePoint >= 0xE0100 && codePoint <= 0xE01EF;
    };
  }
}
