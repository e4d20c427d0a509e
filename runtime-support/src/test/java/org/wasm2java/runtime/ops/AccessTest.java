package org.wasm2java.runtime.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTest {
  private final byte[] bytes = new byte[64];

  @Test
  void storesInLittleEndianAtAnyIndex() {
    Access.storeI16(bytes, 1, (short) 0x0201);
    Access.storeI32(bytes, 3, 0x06050403);
    Access.storeI64(bytes, 7, 0x0E0D0C0B0A090807L);

    for (int i = 1; i <= 14; i++) {
      assertThat(bytes[i]).as("byte %d", i).isEqualTo((byte) i);
    }
    assertThat(Access.loadI16(bytes, 1)).isEqualTo((short) 0x0201);
    assertThat(Access.loadI32(bytes, 3)).isEqualTo(0x06050403);
    assertThat(Access.loadI64(bytes, 7)).isEqualTo(0x0E0D0C0B0A090807L);
  }

  @Test
  void addsTheOffsetToTheBase() {
    Access.storeI16(bytes, 1, 2, (short) -2);
    Access.storeI32(bytes, 5, 3, -3);
    Access.storeI64(bytes, 12, 1, -4L);

    assertThat(Access.loadI16(bytes, 3)).isEqualTo((short) -2);
    assertThat(Access.loadI16(bytes, 2, 1)).isEqualTo((short) -2);
    assertThat(Access.loadI32(bytes, 8)).isEqualTo(-3);
    assertThat(Access.loadI32(bytes, 0, 8)).isEqualTo(-3);
    assertThat(Access.loadI64(bytes, 13)).isEqualTo(-4);
    assertThat(Access.loadI64(bytes, 6, 7)).isEqualTo(-4);
  }

  @Test
  void keepsTheBitsOfFloats() {
    Access.storeF32(bytes, 3, Float.intBitsToFloat(0xFFA00001));
    Access.storeF32(bytes, 3, 8, 1.5f);
    Access.storeF64(bytes, 21, Double.longBitsToDouble(0x7FF4000000000001L));
    Access.storeF64(bytes, 21, 10, -2.5);

    assertThat(Access.loadI32(bytes, 3)).isEqualTo(0xFFA00001);
    assertThat(Float.floatToRawIntBits(Access.loadF32(bytes, 1, 2))).isEqualTo(0xFFA00001);
    assertThat(Access.loadF32(bytes, 11)).isEqualTo(1.5f);
    assertThat(Double.doubleToRawLongBits(Access.loadF64(bytes, 20, 1)))
        .isEqualTo(0x7FF4000000000001L);
    assertThat(Access.loadF64(bytes, 31)).isEqualTo(-2.5);
  }

  @ParameterizedTest
  @CsvSource({
    "61, 0",
    "60, 1",
    "-1, 1",
    "-1, 2147483647",
    "-2147483648, 2147483647",
    "1, 2147483647"
  })
  void failsOutsideTheArrayAndNeverWraps(int base, int offset) {
    assertThatThrownBy(() -> Access.loadI32(bytes, base, offset))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> Access.storeI32(bytes, base, offset, 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> Access.loadF64(bytes, base, offset))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> Access.storeI64(bytes, base, offset, 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(bytes).containsOnly(0);
  }
}
