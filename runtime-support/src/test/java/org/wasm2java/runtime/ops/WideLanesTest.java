package org.wasm2java.runtime.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasm2java.runtime.ops.LaneReference.BYTES;
import static org.wasm2java.runtime.ops.LaneReference.SHORTS;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The operations on lanes of 32 and 64 bits, and on whole vectors. */
class WideLanesTest {
  private static final int[] INTS = {
    0, 1, 2, -1, -2, 0x7FFF, 0x8000, 0xFFFF, 0x10000, Integer.MAX_VALUE, Integer.MIN_VALUE
  };

  @Test
  void picksUnsignedInts() {
    for (int a : INTS) {
      for (int b : INTS) {
        boolean less = Integer.toUnsignedLong(a) < Integer.toUnsignedLong(b);
        assertThat(I32x4Ops.minU(a, b)).isEqualTo(less ? a : b);
        assertThat(I32x4Ops.maxU(a, b)).isEqualTo(less ? b : a);
      }
    }
  }

  @Test
  void asksAllInts() {
    Random random = new Random(14);
    for (int i = 0; i < 20_000; i++) {
      int[] lanes = random.ints(4, 0, INTS.length).map(index -> INTS[index]).toArray();
      int signs = 0;
      int all = 1;
      for (int lane = 0; lane < 4; lane++) {
        signs |= lanes[lane] < 0 ? 1 << lane : 0;
        all = lanes[lane] == 0 ? 0 : all;
      }
      assertSame(I32x4Ops.bitmask(lanes[0], lanes[1], lanes[2], lanes[3]), signs);
      assertSame(I32x4Ops.allTrue(lanes[0], lanes[1], lanes[2], lanes[3]), all);
    }
  }

  private static void assertSame(int found, int expected) {
    if (found != expected) {
      throw new AssertionError(found + " is not " + expected);
    }
  }

  @Test
  void shortsBecomeInts() {
    for (int lane = 0; lane < 4; lane++) {
      int of = lane;
      SHORTS.assertHalves((a, b) -> I32x4Ops.extendS(a, of), (a, b) -> SHORTS.signed(a, of));
      SHORTS.assertHalves((a, b) -> I32x4Ops.extendU(a, of), (a, b) -> SHORTS.unsigned(a, of));
      SHORTS.assertHalves(
          (a, b) -> I32x4Ops.extmulS(a, b, of),
          (a, b) -> SHORTS.signed(a, of) * SHORTS.signed(b, of));
      SHORTS.assertHalves(
          (a, b) -> I32x4Ops.extmulU(a, b, of),
          (a, b) -> SHORTS.unsigned(a, of) * SHORTS.unsigned(b, of));
    }
  }

  @Test
  void neighboursAreAdded() {
    for (int pair = 0; pair < 2; pair++) {
      int of = pair;
      int first = 2 * pair;
      SHORTS.assertHalves(
          (a, b) -> I32x4Ops.extaddS(a, of),
          (a, b) -> SHORTS.signed(a, first) + SHORTS.signed(a, first + 1));
      SHORTS.assertHalves(
          (a, b) -> I32x4Ops.extaddU(a, of),
          (a, b) -> SHORTS.unsigned(a, first) + SHORTS.unsigned(a, first + 1));
      SHORTS.assertHalves(
          (a, b) -> I32x4Ops.dotS(a, b, of),
          (a, b) ->
              SHORTS.signed(a, first) * SHORTS.signed(b, first)
                  + SHORTS.signed(a, first + 1) * SHORTS.signed(b, first + 1));
    }
  }

  @Test
  void dotOfBytesAddsTwoDotsOfPairs() {
    for (int quad = 0; quad < 2; quad++) {
      int of = quad;
      BYTES.assertHalves(
          (a, b) -> I32x4Ops.relaxedDotS(a, b, of),
          (a, b) -> {
            long pairs = I16x8Ops.relaxedDotS(a, b);
            return SHORTS.signed(pairs, 2 * of) + SHORTS.signed(pairs, 2 * of + 1);
          });
    }
  }

  @Test
  void asksBothLongs() {
    long[] longs = {0, 1, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE, -1};
    for (long low : longs) {
      for (long high : longs) {
        assertThat(I64x2Ops.allTrue(low, high)).isEqualTo(low == 0 || high == 0 ? 0 : 1);
        assertThat(I64x2Ops.bitmask(low, high)).isEqualTo((low < 0 ? 1 : 0) + (high < 0 ? 2 : 0));
        assertThat(V128Ops.anyTrue(low, high)).isEqualTo(low == 0 && high == 0 ? 0 : 1);
      }
    }
  }

  @Test
  void productsOfIntsAreExact() {
    for (int a : INTS) {
      for (int b : INTS) {
        assertThat(I64x2Ops.extmulS(a, b)).isEqualTo(product(a, b));
        long unsigned = product(Integer.toUnsignedLong(a), Integer.toUnsignedLong(b));
        assertThat(I64x2Ops.extmulU(a, b)).isEqualTo(unsigned);
      }
    }
  }

  private static long product(long a, long b) {
    return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)).longValue();
  }
}
