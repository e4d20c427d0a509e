package org.wasm2java.wasi.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Any bytes as a string, without loss: bytes that are UTF-8 are that text, and each other byte is a
 * lone surrogate, U+DC80 for 0x80 to U+DCFF for 0xFF. Names of files, arguments and variables are
 * bytes on Unix, whatever encoding they are meant in. Lone surrogates never occur in UTF-8, so
 * nothing else has the same form.
 *
 * <pre>{@code
 * String name = EscapedUtf8.decode(new byte[] {'a', (byte) 0xFF}); // "a" and U+DCFF
 * byte[] same = EscapedUtf8.encode(name);
 * }</pre>
 *
 * @see <a href="https://peps.python.org/pep-0383/">PEP 383, which uses the same escapes</a>
 */
public final class EscapedUtf8 {
  private static final char ESCAPE = 0xDC00;
  private static final char FIRST_ESCAPED = ESCAPE + 0x80;
  private static final char LAST_ESCAPED = ESCAPE + 0xFF;

  private EscapedUtf8() {}

  /** Returns all bytes as a string. */
  public static String decode(byte[] bytes) {
    return decode(bytes, 0, bytes.length);
  }

  /** Returns a range of bytes as a string. */
  public static String decode(byte[] bytes, int offset, int length) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes, offset, length);
    CharBuffer out = CharBuffer.allocate(length);
    CoderResult end = decoder.decode(in, out, true);
    while (end.isMalformed()) {
      for (int i = 0; i < end.length(); i++) {
        out.put((char) (ESCAPE | in.get() & 0xFF));
      }
      end = decoder.decode(in, out, true);
    }
    return out.flip().toString();
  }

  public static byte[] encode(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8); // one '?' for each escape
    if (isUtf8(text)) {
      return bytes;
    }
    int at = 0;
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      int codePoint = text.codePointAt(i);
      if (isEscape(codePoint)) {
        bytes[at++] = (byte) codePoint;
      } else {
        at += utf8Length(codePoint);
      }
    }
    return bytes;
  }

  private static int utf8Length(int codePoint) {
    if (codePoint < 0x80 || isLoneSurrogate(codePoint)) {
      return 1;
    }
    return codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  }

  /** Returns whether the bytes of a string are UTF-8: it has no escapes. */
  public static boolean isUtf8(String text) {
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      if (isEscape(text.codePointAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLoneSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private static boolean isEscape(int codePoint) {
    return codePoint >= FIRST_ESCAPED && codePoint <= LAST_ESCAPED;
  }

  public static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /**
   * Checks that a string stands for bytes: surrogates that are neither paired nor escapes do not.
   */
  public static String requireBytes(String what, String text) {
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      int codePoint = text.codePointAt(i);
      if (isLoneSurrogate(codePoint) && !isEscape(codePoint)) {
        throw new IllegalArgumentException(
            what.concat(" contains half a surrogate pair: ").concat(text));
      }
    }
    return text;
  }
}
