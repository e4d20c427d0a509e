package org.wasm2java.runtime.ops;

import static org.wasm2java.runtime.ops.LaneReference.BYTES;
import static org.wasm2java.runtime.ops.LaneReference.SHORTS;
import static org.wasm2java.runtime.ops.LaneReference.clamped;

import org.junit.jupiter.api.Test;

/** Every operation against a loop over lanes. */
class I8x16OpsTest {
  @Test
  void addsAndSubtracts() {
    BYTES.assertSigned(I8x16Ops::add, (a, b) -> a + b);
    BYTES.assertSigned(I8x16Ops::sub, (a, b) -> a - b);
    BYTES.assertSigned((a, b) -> I8x16Ops.neg(a), (a, b) -> -a);
    BYTES.assertSigned((a, b) -> I8x16Ops.abs(a), (a, b) -> Math.abs(a));
  }

  @Test
  void sumsAndDifferencesSaturate() {
    BYTES.assertSigned(I8x16Ops::addSatS, (a, b) -> clamped(a + b, -128, 127));
    BYTES.assertSigned(I8x16Ops::subSatS, (a, b) -> clamped(a - b, -128, 127));
    BYTES.assertUnsigned(I8x16Ops::addSatU, (a, b) -> clamped(a + b, 0, 255));
    BYTES.assertUnsigned(I8x16Ops::subSatU, (a, b) -> clamped(a - b, 0, 255));
  }

  @Test
  void conditionsAreAllOnesOrZero() {
    BYTES.assertSigned(I8x16Ops::eq, (a, b) -> a == b ? -1 : 0);
    BYTES.assertSigned(I8x16Ops::ne, (a, b) -> a != b ? -1 : 0);
    BYTES.assertSigned(I8x16Ops::ltS, (a, b) -> a < b ? -1 : 0);
    BYTES.assertSigned(I8x16Ops::gtS, (a, b) -> a > b ? -1 : 0);
    BYTES.assertSigned(I8x16Ops::leS, (a, b) -> a <= b ? -1 : 0);
    BYTES.assertSigned(I8x16Ops::geS, (a, b) -> a >= b ? -1 : 0);
    BYTES.assertUnsigned(I8x16Ops::ltU, (a, b) -> a < b ? -1 : 0);
    BYTES.assertUnsigned(I8x16Ops::gtU, (a, b) -> a > b ? -1 : 0);
    BYTES.assertUnsigned(I8x16Ops::leU, (a, b) -> a <= b ? -1 : 0);
    BYTES.assertUnsigned(I8x16Ops::geU, (a, b) -> a >= b ? -1 : 0);
  }

  @Test
  void picksBetweenLanes() {
    BYTES.assertSigned(I8x16Ops::minS, Math::min);
    BYTES.assertSigned(I8x16Ops::maxS, Math::max);
    BYTES.assertUnsigned(I8x16Ops::minU, Math::min);
    BYTES.assertUnsigned(I8x16Ops::maxU, Math::max);
    BYTES.assertUnsigned(I8x16Ops::avgrU, (a, b) -> (a + b + 1) / 2);
  }

  @Test
  void distancesCountModuloTheWidth() {
    for (int distance : new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 14, 15, 16, 31, 33, -1, -32}) {
      int bits = distance & 7;
      BYTES.assertSigned((a, b) -> I8x16Ops.shl(a, distance), (a, b) -> a << bits);
      BYTES.assertSigned((a, b) -> I8x16Ops.shrS(a, distance), (a, b) -> a >> bits);
      BYTES.assertUnsigned((a, b) -> I8x16Ops.shrU(a, distance), (a, b) -> a >> bits);
    }
  }

  @Test
  void asksAllLanesOfTheVector() {
    BYTES.assertHalves(I8x16Ops::bitmask, I8x16OpsTest::signs);
    BYTES.assertHalves(I8x16Ops::allTrue, I8x16OpsTest::allTrue);
    BYTES.assertHalves(
        (a, b) -> I8x16Ops.allTrue(b | I8x16Ops.splat(1), a), (a, b) -> allTrue(-1, a));
  }

  @Test
  void countsOnes() {
    BYTES.assertUnsigned((a, b) -> I8x16Ops.popcnt(a), (a, b) -> Integer.bitCount(a));
  }

  @Test
  void splatRepeatsTheLowByte() {
    BYTES.assertHalves((a, b) -> I8x16Ops.splat((int) a), (a, b) -> BYTES.half(lane -> (int) a));
  }

  @Test
  void swizzlePicksBytesOfTheVectorOrZero() {
    // The halves of pairs give all selectors; a constant vector says which byte it was.
    long low = 0x8786_8584_8382_8180L;
    long high = 0x8F8E_8D8C_8B8A_8988L;
    BYTES.assertHalves((a, b) -> I8x16Ops.swizzle(low, high, b), (a, b) -> picked(low, high, b));
    BYTES.assertHalves((a, b) -> I8x16Ops.swizzle(a, ~b, b), (a, b) -> picked(a, ~b, b));
    long within = I8x16Ops.splat(0x0F);
    BYTES.assertHalves(
        (a, b) -> I8x16Ops.swizzle(a, ~b, b & within), (a, b) -> picked(a, ~b, b & within));
  }

  @Test
  void lookupGivesEntriesOfATable() {
    StringBuilder entries = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      entries.append((char) (i * 37 + 11 & 0xFF));
    }
    byte[] table = I8x16Ops.table(entries.toString());
    BYTES.assertHalves((a, b) -> I8x16Ops.lookup(table, b), (a, b) -> entries(entries, b));
    BYTES.assertHalves(
        (a, b) -> I8x16Ops.lookup(entries.toString(), b), (a, b) -> entries(entries, b));
  }

  private static long entries(CharSequence table, long half) {
    return BYTES.half(
        lane -> {
          int entry = BYTES.unsigned(half, lane);
          return entry < table.length() ? (byte) table.charAt(entry) : 0;
        });
  }

  private static long picked(long low, long high, long selectors) {
    return BYTES.half(
        lane -> {
          int selector = BYTES.unsigned(selectors, lane);
          return selector < 16 ? BYTES.signed(selector < 8 ? low : high, selector % 8) : 0;
        });
  }

  @Test
  void shufflePicksBytesOfTwoVectors() {
    long lanes = I8x16Ops.splat(0x1F);
    BYTES.assertHalves(
        (a, b) -> I8x16Ops.shuffle(a, b, ~a, a ^ b, b & lanes),
        (a, b) -> shuffled(new long[] {a, b, ~a, a ^ b}, b & lanes));
  }

  private static long shuffled(long[] halves, long lanes) {
    return BYTES.half(
        lane -> {
          int picked = BYTES.unsigned(lanes, lane);
          return BYTES.signed(halves[picked / 8], picked % 8);
        });
  }

  @Test
  void narrowingSaturates() {
    SHORTS.assertHalves(I8x16Ops::narrowS, (a, b) -> narrowed(a, b, -128, 127));
    SHORTS.assertHalves(I8x16Ops::narrowU, (a, b) -> narrowed(a, b, 0, 255));
  }

  private static long narrowed(long low, long high, int least, int greatest) {
    return BYTES.half(
        lane -> clamped(SHORTS.signed(lane < 4 ? low : high, lane % 4), least, greatest));
  }

  private static long signs(long low, long high) {
    long signs = 0;
    for (int lane = 0; lane < 8; lane++) {
      signs |= BYTES.signed(low, lane) < 0 ? 1L << lane : 0;
      signs |= BYTES.signed(high, lane) < 0 ? 1L << (8 + lane) : 0;
    }
    return signs;
  }

  private static long allTrue(long low, long high) {
    for (int lane = 0; lane < 8; lane++) {
      if (BYTES.signed(low, lane) == 0 || BYTES.signed(high, lane) == 0) {
        return 0;
      }
    }
    return 1;
  }
}
