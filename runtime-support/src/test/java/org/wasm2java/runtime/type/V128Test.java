package org.wasm2java.runtime.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** How Java makes vectors and reads their lanes. */
class V128Test {
  private static final V128 COUNTED = V128.of(0x0706050403020100L, 0x8f0e0d0c0b0a0908L);

  @Test
  void lanesOfEveryWidthAreCountedFromTheLowestByte() {
    assertThat(COUNTED.i8(0)).isEqualTo((byte) 0);
    assertThat(COUNTED.i8(7)).isEqualTo((byte) 7);
    assertThat(COUNTED.i8(8)).isEqualTo((byte) 8);
    assertThat(COUNTED.i8(15)).isEqualTo((byte) 0x8f);
    assertThat(COUNTED.i16(3)).isEqualTo((short) 0x0706);
    assertThat(COUNTED.i16(4)).isEqualTo((short) 0x0908);
    assertThat(COUNTED.i16(7)).isEqualTo((short) 0x8f0e);
    assertThat(COUNTED.i32(1)).isEqualTo(0x07060504);
    assertThat(COUNTED.i32(3)).isEqualTo(0x8f0e0d0c);
    assertThat(COUNTED.i64(0)).isEqualTo(COUNTED.low());
    assertThat(COUNTED.i64(1)).isEqualTo(COUNTED.high());
  }

  @Test
  void whatIsMadeOfLanesHasThem() {
    assertThat(V128.ofI32x4(0x03020100, 0x07060504, 0x0b0a0908, 0x8f0e0d0c)).isEqualTo(COUNTED);
    assertThat(V128.ofI32x4(-1, 0, -1, 0)).isEqualTo(V128.of(0xffff_ffffL, 0xffff_ffffL));
    V128 shorts =
        V128.ofI16x8(
            (short) 1,
            (short) -2,
            (short) 3,
            (short) 4,
            (short) 5,
            (short) 6,
            (short) 7,
            (short) -8);
    assertThat(shorts).isEqualTo(V128.of(0x0004_0003_fffe_0001L, 0xfff8_0007_0006_0005L));
    V128 doubles = V128.ofF64x2(-0.0, 1.5);
    assertThat(doubles.low()).isEqualTo(Long.MIN_VALUE);
    assertThat(doubles.f64(1)).isEqualTo(1.5);
    V128 floats = V128.ofF32x4(1f, 2f, 3f, -4f);
    assertThat(floats.f32(0)).isEqualTo(1f);
    assertThat(floats.f32(2)).isEqualTo(3f);
    assertThat(floats.i32(3)).isEqualTo(0xc080_0000);
  }

  @Test
  void bytesAreInTheOrderOfMemory() {
    byte[] bytes = COUNTED.toBytes();
    assertThat(bytes).startsWith(0, 1, 2).endsWith(0x0d, 0x0e, 0x8f).hasSize(16);
    assertThat(V128.ofBytes(bytes)).isEqualTo(COUNTED).hasSameHashCodeAs(COUNTED);
    bytes[0] = 1;
    assertThat(COUNTED.i8(0)).isZero();
  }

  @Test
  void aNanKeepsItsBits() {
    int quiet = 0xffc0_1234;
    long quiet64 = 0x7ff8_0000_0000_4321L;
    assertThat(V128.ofF32x4(0, 0, 0, Float.intBitsToFloat(quiet)).i32(3)).isEqualTo(quiet);
    assertThat(V128.ofF64x2(Double.longBitsToDouble(quiet64), 0).low()).isEqualTo(quiet64);
  }

  @Test
  void aLaneThatIsNotThereIsAnError() {
    assertThatThrownBy(() -> COUNTED.i8(16))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("lane 16 of a v128 of 16 lanes of 8 bits");
    assertThatThrownBy(() -> COUNTED.i16(8)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> COUNTED.f32(4)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> COUNTED.f64(-1))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("lane -1 of a v128 of 2 lanes of 64 bits");
  }

  @Test
  void anotherNumberOfLanesIsAnError() {
    assertThatThrownBy(() -> V128.ofI16x8((short) 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected 8 lanes of i16x8, found 1");
    assertThatThrownBy(() -> V128.ofBytes(new byte[17]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected 16 bytes of a v128, found 17");
  }

  @Test
  void theTextIsThatOfTheTextFormat() {
    assertThat(V128.of(1, -1)).hasToString("v128(0x0000000000000001 0xffffffffffffffff)");
    assertThat(V128.ZERO).hasToString("v128(0x0000000000000000 0x0000000000000000)");
  }
}
