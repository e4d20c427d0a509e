package org.wasm2java.runtime.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasm2java.runtime.ops.LaneReference.BYTES;
import static org.wasm2java.runtime.ops.LaneReference.SHORTS;
import static org.wasm2java.runtime.ops.LaneReference.clamped;

import org.junit.jupiter.api.Test;

/** Every operation against a loop over lanes. */
class I16x8OpsTest {
  @Test
  void addsAndSubtracts() {
    SHORTS.assertSigned(I16x8Ops::add, (a, b) -> a + b);
    SHORTS.assertSigned(I16x8Ops::sub, (a, b) -> a - b);
    SHORTS.assertSigned((a, b) -> I16x8Ops.neg(a), (a, b) -> -a);
    SHORTS.assertSigned((a, b) -> I16x8Ops.abs(a), (a, b) -> Math.abs(a));
  }

  @Test
  void sumsAndDifferencesSaturate() {
    SHORTS.assertSigned(I16x8Ops::addSatS, (a, b) -> clamped(a + b, -32768, 32767));
    SHORTS.assertSigned(I16x8Ops::subSatS, (a, b) -> clamped(a - b, -32768, 32767));
    SHORTS.assertUnsigned(I16x8Ops::addSatU, (a, b) -> clamped(a + b, 0, 65535));
    SHORTS.assertUnsigned(I16x8Ops::subSatU, (a, b) -> clamped(a - b, 0, 65535));
  }

  @Test
  void conditionsAreAllOnesOrZero() {
    SHORTS.assertSigned(I16x8Ops::eq, (a, b) -> a == b ? -1 : 0);
    SHORTS.assertSigned(I16x8Ops::ne, (a, b) -> a != b ? -1 : 0);
    SHORTS.assertSigned(I16x8Ops::ltS, (a, b) -> a < b ? -1 : 0);
    SHORTS.assertSigned(I16x8Ops::gtS, (a, b) -> a > b ? -1 : 0);
    SHORTS.assertSigned(I16x8Ops::leS, (a, b) -> a <= b ? -1 : 0);
    SHORTS.assertSigned(I16x8Ops::geS, (a, b) -> a >= b ? -1 : 0);
    SHORTS.assertUnsigned(I16x8Ops::ltU, (a, b) -> a < b ? -1 : 0);
    SHORTS.assertUnsigned(I16x8Ops::gtU, (a, b) -> a > b ? -1 : 0);
    SHORTS.assertUnsigned(I16x8Ops::leU, (a, b) -> a <= b ? -1 : 0);
    SHORTS.assertUnsigned(I16x8Ops::geU, (a, b) -> a >= b ? -1 : 0);
  }

  @Test
  void picksBetweenLanes() {
    SHORTS.assertSigned(I16x8Ops::minS, Math::min);
    SHORTS.assertSigned(I16x8Ops::maxS, Math::max);
    SHORTS.assertUnsigned(I16x8Ops::minU, Math::min);
    SHORTS.assertUnsigned(I16x8Ops::maxU, Math::max);
    SHORTS.assertUnsigned(I16x8Ops::avgrU, (a, b) -> (a + b + 1) / 2);
  }

  @Test
  void distancesCountModuloTheWidth() {
    for (int distance : new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 14, 15, 16, 31, 33, -1, -32}) {
      int bits = distance & 15;
      SHORTS.assertSigned((a, b) -> I16x8Ops.shl(a, distance), (a, b) -> a << bits);
      SHORTS.assertSigned((a, b) -> I16x8Ops.shrS(a, distance), (a, b) -> a >> bits);
      SHORTS.assertUnsigned((a, b) -> I16x8Ops.shrU(a, distance), (a, b) -> a >> bits);
    }
  }

  @Test
  void asksAllLanesOfTheVector() {
    SHORTS.assertHalves(I16x8Ops::bitmask, I16x8OpsTest::signs);
    SHORTS.assertHalves(I16x8Ops::allTrue, I16x8OpsTest::allTrue);
    SHORTS.assertHalves(
        (a, b) -> I16x8Ops.allTrue(b | I16x8Ops.splat(1), a), (a, b) -> allTrue(-1, a));
  }

  @Test
  void splatRepeatsTheLowBits() {
    SHORTS.assertHalves((a, b) -> I16x8Ops.splat((int) a), (a, b) -> SHORTS.half(lane -> (int) a));
  }

  @Test
  void multiplies() {
    SHORTS.assertSigned(I16x8Ops::mul, (a, b) -> a * b);
    SHORTS.assertSigned(
        I16x8Ops::q15mulrSatS, (a, b) -> clamped((a * b + 0x4000) >> 15, -32768, 32767));
  }

  @Test
  void narrowingSaturates() {
    SHORTS.assertHalves(I16x8OpsTest::narrowedS, (a, b) -> narrowed(a, b, -32768, 32767));
    SHORTS.assertHalves(I16x8OpsTest::narrowedU, (a, b) -> narrowed(a, b, 0, 65535));
  }

  private static long narrowedS(long a, long b) {
    return I16x8Ops.narrowS((int) a, (int) (a >>> 32), (int) b, (int) (b >> 47));
  }

  private static long narrowedU(long a, long b) {
    return I16x8Ops.narrowU((int) a, (int) (a >>> 32), (int) b, (int) (b >> 47));
  }

  private static long narrowed(long a, long b, int least, int greatest) {
    int[] lanes = {(int) a, (int) (a >>> 32), (int) b, (int) (b >> 47)};
    return SHORTS.half(lane -> clamped(lanes[lane], least, greatest));
  }

  @Test
  void partsOfBytesBecomeWide() {
    for (int part : new int[] {0, 1}) {
      int first = 4 * part;
      BYTES.assertHalves(
          (a, b) -> I16x8Ops.extendS(a, part),
          (a, b) -> SHORTS.half(lane -> BYTES.signed(a, first + lane)));
      BYTES.assertHalves(
          (a, b) -> I16x8Ops.extendU(a, part),
          (a, b) -> SHORTS.half(lane -> BYTES.unsigned(a, first + lane)));
      BYTES.assertHalves(
          (a, b) -> I16x8Ops.extmulS(a, b, part),
          (a, b) ->
              SHORTS.half(lane -> BYTES.signed(a, first + lane) * BYTES.signed(b, first + lane)));
      BYTES.assertHalves(
          (a, b) -> I16x8Ops.extmulU(a, b, part),
          (a, b) ->
              SHORTS.half(
                  lane -> BYTES.unsigned(a, first + lane) * BYTES.unsigned(b, first + lane)));
    }
  }

  @Test
  void neighboursAreAdded() {
    BYTES.assertHalves(
        (a, b) -> I16x8Ops.extaddS(a),
        (a, b) -> SHORTS.half(lane -> BYTES.signed(a, 2 * lane) + BYTES.signed(a, 2 * lane + 1)));
    BYTES.assertHalves(
        (a, b) -> I16x8Ops.extaddU(a),
        (a, b) ->
            SHORTS.half(lane -> BYTES.unsigned(a, 2 * lane) + BYTES.unsigned(a, 2 * lane + 1)));
  }

  @Test
  void productsOfNeighboursAreAdded() {
    BYTES.assertHalves(I16x8Ops::relaxedDotS, I16x8OpsTest::dots);
    // The only sum out of range; the specification saturates it.
    assertThat(I16x8Ops.relaxedDotS(0x8080, 0x8080)).isEqualTo(0x7FFF);
  }

  private static long dots(long a, long b) {
    return SHORTS.half(
        lane -> {
          int first = BYTES.signed(a, 2 * lane) * BYTES.signed(b, 2 * lane);
          int second = BYTES.signed(a, 2 * lane + 1) * BYTES.signed(b, 2 * lane + 1);
          return clamped(first + second, -32768, 32767);
        });
  }

  private static long signs(long low, long high) {
    long signs = 0;
    for (int lane = 0; lane < 4; lane++) {
      signs |= SHORTS.signed(low, lane) < 0 ? 1L << lane : 0;
      signs |= SHORTS.signed(high, lane) < 0 ? 1L << (4 + lane) : 0;
    }
    return signs;
  }

  private static long allTrue(long low, long high) {
    for (int lane = 0; lane < 4; lane++) {
      if (SHORTS.signed(low, lane) == 0 || SHORTS.signed(high, lane) == 0) {
        return 0;
      }
    }
    return 1;
  }
}
