package org.wasm2java.runtime.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.TrapKind;

/** The corners; the specification's suite has the bulk. */
class OpsTest {
  private static final float SIGNALLING_F32 = Float.intBitsToFloat(0x7FA0_0001);
  private static final double SIGNALLING_F64 = Double.longBitsToDouble(0x7FF4_0000_0000_0001L);

  /** Often enough for both compilers of the JVM, which have treated NaNs differently. */
  private static final int UNTIL_COMPILED = 30_000;

  @Test
  void signallingNansBecomeQuietInTheInterpreterAndCompiled() {
    for (int i = 0; i < UNTIL_COMPILED; i++) {
      for (float result : quietF32(SIGNALLING_F32)) {
        assertBits(Float.floatToRawIntBits(result), 0x7FE0_0001);
      }
      for (double result : quietF64(SIGNALLING_F64)) {
        assertBits(Double.doubleToRawLongBits(result), 0x7FFC_0000_0000_0001L);
      }
    }
  }

  private static float[] quietF32(float x) {
    return new float[] {
      F32Ops.quiet(x),
      F32Ops.ceil(x),
      F32Ops.floor(x),
      F32Ops.trunc(x),
      F32Ops.nearest(x),
      F32Ops.sqrt(x),
      F32Ops.min(x, 1),
      F32Ops.max(1, x)
    };
  }

  private static double[] quietF64(double x) {
    return new double[] {
      F64Ops.quiet(x),
      F64Ops.ceil(x),
      F64Ops.floor(x),
      F64Ops.trunc(x),
      F64Ops.nearest(x),
      F64Ops.min(x, 1),
      F64Ops.max(1, x)
    };
  }

  private static void assertBits(long found, long expected) {
    if (found != expected) {
      throw new AssertionError(Long.toHexString(found) + " is not " + Long.toHexString(expected));
    }
  }

  @Test
  void signOperationsKeepNansAsTheyAre() {
    assertBits(Float.floatToRawIntBits(F32Ops.neg(SIGNALLING_F32)), 0xFFFF_FFFF_FFA0_0001L);
    assertBits(Float.floatToRawIntBits(F32Ops.abs(F32Ops.neg(SIGNALLING_F32))), 0x7FA0_0001);
    assertBits(
        Double.doubleToRawLongBits(F64Ops.copysign(SIGNALLING_F64, -1)), 0xFFF4_0000_0000_0001L);
  }

  @Test
  void zerosHaveAnOrder() {
    assertThat(1 / F32Ops.min(0f, -0f)).isNegative();
    assertThat(1 / F64Ops.min(-0.0, 0.0)).isNegative();
    assertThat(1 / F32Ops.max(0f, -0f)).isPositive();
    assertThat(1 / F64Ops.max(-0.0, 0.0)).isPositive();
    assertThat(1 / F64Ops.trunc(-0.5)).isNegative();
    assertThat(1 / F32Ops.ceil(-0.5f)).isNegative();
  }

  @Test
  void pseudoMinimumKeepsTheFirstUnlessTheSecondIsLess() {
    assertBits(Float.floatToRawIntBits(F32Ops.pmin(0f, -0f)), 0);
    assertBits(Float.floatToRawIntBits(F32Ops.pmax(-0f, 0f)), Integer.MIN_VALUE);
    assertBits(Double.doubleToRawLongBits(F64Ops.pmin(0.0, -0.0)), 0);
    assertBits(Double.doubleToRawLongBits(F64Ops.pmax(-0.0, 0.0)), Long.MIN_VALUE);
    assertThat(F32Ops.pmin(2, 1)).isEqualTo(1);
    assertThat(F32Ops.pmax(1, 2)).isEqualTo(2);
    assertThat(F64Ops.pmin(1, 2)).isEqualTo(1);
    assertThat(F64Ops.pmax(2, 1)).isEqualTo(2);
    assertThat(F32Ops.pmin(Float.NaN, 1)).isNaN();
    assertThat(F32Ops.pmax(1, Float.NaN)).isEqualTo(1);
    assertThat(F64Ops.pmin(1, Double.NaN)).isEqualTo(1);
    assertThat(F64Ops.pmax(Double.NaN, 1)).isNaN();
  }

  @Test
  void productsAreRoundedBeforeTheyAreAdded() {
    float nearOne = 1 + 0x1p-23f;
    assertThat(F32Ops.madd(nearOne, nearOne, -(1 + 0x1p-22f))).isZero();
    assertThat(F32Ops.nmadd(nearOne, nearOne, 1 + 0x1p-22f)).isZero();
    assertThat(F32Ops.nmadd(2, 3, 4)).isEqualTo(-2);
    double nearOne64 = 1 + 0x1p-52;
    assertThat(F64Ops.madd(nearOne64, nearOne64, -(1 + 0x1p-51))).isZero();
    assertThat(F64Ops.nmadd(nearOne64, nearOne64, 1 + 0x1p-51)).isZero();
    assertThat(F64Ops.nmadd(2, 3, 4)).isEqualTo(-2);
  }

  @Test
  void truncationsReachTheirLimitsAndTrapBehindThem() {
    assertThat(I32Ops.truncS(2147483647.9)).isEqualTo(Integer.MAX_VALUE);
    assertThat(I32Ops.truncS(-2147483648.9)).isEqualTo(Integer.MIN_VALUE);
    assertThat(I32Ops.truncS(-0x1p31f)).isEqualTo(Integer.MIN_VALUE);
    assertThat(I32Ops.truncU(4294967295.9)).isEqualTo(-1);
    assertThat(I32Ops.truncU(-0.9f)).isZero();
    assertThat(I64Ops.truncS(-0x1p63)).isEqualTo(Long.MIN_VALUE);
    assertThat(I64Ops.truncU(0x1.fffffffffffffp63)).isEqualTo(0xFFFF_FFFF_FFFF_F800L);
    assertThat(I64Ops.truncU(0x1p63f)).isEqualTo(Long.MIN_VALUE);
    assertTraps(TrapKind.INTEGER_OVERFLOW, () -> I32Ops.truncS(0x1p31));
    assertTraps(TrapKind.INTEGER_OVERFLOW, () -> I32Ops.truncS(-2147483649.0));
    assertTraps(TrapKind.INTEGER_OVERFLOW, () -> I32Ops.truncS(-0x1.000002p31f));
    assertTraps(TrapKind.INTEGER_OVERFLOW, () -> I32Ops.truncU(0x1p32));
    assertTraps(TrapKind.INTEGER_OVERFLOW, () -> I32Ops.truncU(-1f));
    assertTraps(TrapKind.INTEGER_OVERFLOW, () -> I64Ops.truncS(0x1p63));
    assertTraps(TrapKind.INTEGER_OVERFLOW, () -> I64Ops.truncU(0x1p64f));
    assertTraps(TrapKind.INTEGER_OVERFLOW, () -> I64Ops.truncU(-1.0));
    assertTraps(TrapKind.INVALID_CONVERSION_TO_INTEGER, () -> I32Ops.truncU(Float.NaN));
    assertTraps(TrapKind.INVALID_CONVERSION_TO_INTEGER, () -> I64Ops.truncS(Double.NaN));
  }

  @Test
  void saturationStaysInRange() {
    assertThat(I32Ops.truncSatU(1e10f)).isEqualTo(-1);
    assertThat(I32Ops.truncSatU(-5.0)).isZero();
    assertThat(I64Ops.truncSatU(1e30)).isEqualTo(-1);
    assertThat(I64Ops.truncSatU(Float.NaN)).isZero();
    assertThat(I64Ops.truncSatU(0x1p63)).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void unsignedConversionsRoundOnce() {
    assertThat(F32Ops.convertU(-1)).isEqualTo(0x1p32f);
    // Half an ulp above 2^63 plus one: rounding twice would give 2^63.
    assertThat(F32Ops.convertU(0x8000_0080_0000_0001L)).isEqualTo(0x1.000002p63f);
    assertThat(F64Ops.convertU(0x8000_0000_0000_0400L)).isEqualTo(0x1p63);
    assertThat(F64Ops.convertU(0x8000_0000_0000_0401L)).isEqualTo(0x1.0000000000001p63);
    assertThat(F64Ops.convertU(-1L)).isEqualTo(0x1p64);
  }

  @Test
  void divisionTrapsWhereJavaWraps() {
    assertTraps(TrapKind.INTEGER_OVERFLOW, () -> I32Ops.divS(Integer.MIN_VALUE, -1));
    assertTraps(TrapKind.INTEGER_OVERFLOW, () -> I64Ops.divS(Long.MIN_VALUE, -1));
    assertThat(I64Ops.divS(-7, 2)).isEqualTo(-3);
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> I32Ops.divS(1, 0));
  }

  @Test
  void rotationsCountModulo64() {
    assertThat(I64Ops.rotl(1, 65)).isEqualTo(2);
    assertThat(I64Ops.rotr(1, 1L << 32 | 1)).isEqualTo(Long.MIN_VALUE);
  }

  private static void assertTraps(TrapKind kind, ThrowingCallable operation) {
    assertThatExceptionOfType(Trap.class)
        .isThrownBy(operation)
        .extracting(Trap::kind)
        .isEqualTo(kind);
  }
}
