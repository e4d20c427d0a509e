package org.wasm2java.aot.lane;

import org.wasm2java.aot.ir.Expr;

/**
 * Which bytes of two vectors an {@code i8x16.shuffle} takes.
 *
 * @param low the numbers of the bytes of the low half, 0 to 31, the first in the lowest bits
 * @param high those of the high half
 */
record ShuffledBytes(long low, long high) {
  static ShuffledBytes of(Expr.Vector shuffle) {
    return new ShuffledBytes(shuffle.low(), shuffle.high());
  }

  /** Returns the byte that becomes a byte of the result. */
  int source(int result) {
    long half = result < Long.BYTES ? low : high;
    return (int) (half >>> Byte.SIZE * (result % Long.BYTES)) & 0xFF;
  }

  /** Returns the numbers of bytes of half a result. */
  long half(int number) {
    return number == 0 ? low : high;
  }

  /** Returns whether lanes of 16 bits stay whole, but no larger ones. */
  boolean areWordsApart() {
    return areGroups(Short.BYTES) && !areGroups(Integer.BYTES);
  }

  /** Returns whether bytes stay together in groups of so many. */
  boolean areGroups(int bytes) {
    for (int i = 0; i < 2 * Long.BYTES; i++) {
      int first = source(i - i % bytes);
      if (first % bytes != 0 || source(i) != first + i % bytes) {
        return false;
      }
    }
    return true;
  }
}
