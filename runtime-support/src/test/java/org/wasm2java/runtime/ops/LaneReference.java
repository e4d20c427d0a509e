package org.wasm2java.runtime.ops;

import java.util.Random;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.function.LongBinaryOperator;

/**
 * What operations on halves are compared with: plain loops over lanes of so many bits, and the
 * halves to compare them for. Every pair of interesting lanes is at every place of a half, beside
 * others.
 */
record LaneReference(int bits, int[] interesting) {
  private static final int RANDOM_HALVES = 5_000;

  /** Lanes of 8 bits; all their values are interesting. */
  static final LaneReference BYTES = new LaneReference(8, range(-128, 128));

  /**
   * Lanes of 16 bits: the limits of bytes and of shorts, and single bits, with their neighbours.
   */
  static final LaneReference SHORTS =
      new LaneReference(
          16,
          new int[] {
            0, 1, 2, 3, 0x7E, 0x7F, 0x80, 0x81, 0xFE, 0xFF, 0x100, 0x101, 0x1FF, 0x3FFF, 0x4000,
            0x4001, 0x5555, 0x7F7F, 0x7FFE, 0x7FFF, -1, -2, -3, -0x7E, -0x7F, -0x80, -0x81, -0x82,
            -0xFF, -0x100, -0x101, -0x4000, -0x5556, -0x7F80, -0x7FFE, -0x7FFF, -0x8000
          });

  private static int[] range(int from, int to) {
    int[] values = new int[to - from];
    for (int i = 0; i < values.length; i++) {
      values[i] = from + i;
    }
    return values;
  }

  /** Returns a lane as a signed number. */
  int signed(long half, int lane) {
    int above = Integer.SIZE - bits;
    return (int) (half >>> (lane * bits)) << above >> above;
  }

  /** Returns a lane as an unsigned number. */
  int unsigned(long half, int lane) {
    return signed(half, lane) & ((1 << bits) - 1);
  }

  /** Returns the half whose lanes have the lowest bits of the values. */
  long half(IntUnaryOperator valueOfLane) {
    long half = 0;
    for (int lane = 0; lane < Long.SIZE / bits; lane++) {
      long value = valueOfLane.applyAsInt(lane) & ((1L << bits) - 1);
      half |= value << (lane * bits);
    }
    return half;
  }

  /** Compares with what an operation makes of each two lanes, as signed numbers. */
  void assertSigned(LongBinaryOperator operation, IntBinaryOperator ofLanes) {
    assertHalves(
        operation, (a, b) -> half(lane -> ofLanes.applyAsInt(signed(a, lane), signed(b, lane))));
  }

  /** Compares with what an operation makes of each two lanes, as unsigned numbers. */
  void assertUnsigned(LongBinaryOperator operation, IntBinaryOperator ofLanes) {
    assertHalves(
        operation,
        (a, b) -> half(lane -> ofLanes.applyAsInt(unsigned(a, lane), unsigned(b, lane))));
  }

  /** Compares two operations, for halves of this kind of lanes. */
  void assertHalves(LongBinaryOperator operation, LongBinaryOperator expected) {
    int pairs = interesting.length * interesting.length;
    for (int i = 0; i < pairs; i++) {
      int first = i;
      assertSame(
          half(lane -> interesting[pair(first, lane) / interesting.length]),
          half(lane -> interesting[pair(first, lane) % interesting.length]),
          operation,
          expected);
    }
    Random random = new Random(14);
    for (int i = 0; i < RANDOM_HALVES; i++) {
      assertSame(random.nextLong(), random.nextLong(), operation, expected);
    }
  }

  private int pair(int first, int lane) {
    return (first + lane * 7919) % (interesting.length * interesting.length);
  }

  private static void assertSame(
      long a, long b, LongBinaryOperator operation, LongBinaryOperator expected) {
    long found = operation.applyAsLong(a, b);
    long right = expected.applyAsLong(a, b);
    if (found != right) {
      throw new AssertionError(
          String.format("of %016x and %016x: %016x is not %016x", a, b, found, right));
    }
  }

  /** Returns the number in a range that is nearest. */
  static int clamped(int value, int least, int greatest) {
    return Math.max(least, Math.min(greatest, value));
  }
}
