package org.wasm2java.runtime.format;

import java.io.ByteArrayOutputStream;

/**
 * Numbers of 32 bits as the translator keeps them in a resource: seven bits a byte, the lowest
 * first, so that small numbers take one byte. Writing and reading are both here.
 *
 * <pre>{@code
 * PackedNumbers.write(resource, 300); // the translator
 * int number = new PackedNumbers(resource.toByteArray(), 0).next(); // generated code
 * }</pre>
 */
public final class PackedNumbers {
  private static final int DIGIT_BITS = 7;
  private static final int MORE = 1 << DIGIT_BITS;

  private final byte[] bytes;
  private int position;

  /** Reads numbers from a position on. */
  public PackedNumbers(byte[] bytes, int position) {
    this.bytes = bytes;
    this.position = position;
  }

  /** Returns the next number. */
  public int next() {
    int number = 0;
    for (int shift = 0; ; shift += DIGIT_BITS) {
      byte digit = bytes[position++];
      number |= (digit & MORE - 1) << shift;
      if (digit >= 0) {
        return number;
      }
    }
  }

  /** Returns where the next number is. */
  int position() {
    return position;
  }

  /** Goes past bytes that are no numbers. */
  void skip(int length) {
    position += length;
  }

  /** Appends a number, which is taken as unsigned. */
  public static void write(ByteArrayOutputStream out, int number) {
    int rest = number;
    while (rest >>> DIGIT_BITS != 0) {
      out.write(rest | MORE);
      rest >>>= DIGIT_BITS;
    }
    out.write(rest);
  }
}
