package org.wasm2java.aot.source.place;

/**
 * Java text in ASCII, so that sources mean the same in every encoding: Java reads the escape of a
 * character as the character, in names too.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jls/se17/html/jls-3.html#jls-3.3">Unicode
 *     Escapes</a>
 */
public final class AsciiText {
  private static final int HEX_DIGITS = 4;
  private static final int HEX_BITS = 4;

  private AsciiText() {}

  /** Returns Java text with an escape for each character beyond ASCII. */
  public static String of(String java) {
    if (isAscii(java)) {
      return java;
    }
    StringBuilder ascii = new StringBuilder(java.length() + 100);
    int backslashes = 0;
    for (int i = 0; i < java.length(); i++) {
      char c = java.charAt(i);
      if (c < 0x80) {
        ascii.append(c);
        backslashes = c == '\\' ? backslashes + 1 : 0;
        continue;
      }
      if (backslashes % 2 != 0) {
        throw new IllegalStateException("a backslash before " + (int) c + " would undo its escape");
      }
      escape(ascii, c);
      backslashes = 0;
    }
    return ascii.toString();
  }

  /** Appends the escape of a character. */
  public static void escape(StringBuilder text, char c) {
    text.append("\\u");
    for (int digit = HEX_DIGITS - 1; digit >= 0; digit--) {
      text.append(Character.forDigit(c >>> digit * HEX_BITS & 0xF, 16));
    }
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  /**
   * Returns a finished source, which consists of printable ASCII and ends of lines.
   *
   * @throws IllegalStateException if it has anything else, such as what was for this package alone
   */
  public static String checked(String source) {
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c != '\n' && (c < ' ' || c >= 0x7f)) {
        throw new IllegalStateException(
            "character " + (int) c + " at " + i + " of a source that is to be printable ASCII");
      }
    }
    return source;
  }
}
