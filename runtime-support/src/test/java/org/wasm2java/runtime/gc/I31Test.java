package org.wasm2java.runtime.gc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class I31Test {
  @Test
  void theHighestBitIsLost() {
    assertThat(I31.of(0x4000_0000).signed()).isEqualTo(-0x4000_0000);
    assertThat(I31.of(0x4000_0000).unsigned()).isEqualTo(0x4000_0000);
    assertThat(I31.of(-1).signed()).isEqualTo(-1);
    assertThat(I31.of(-1).unsigned()).isEqualTo(0x7fff_ffff);
    assertThat(I31.of(0x8000_0007)).isEqualTo(I31.of(7));
  }

  @Test
  void numbersAreTheSameByValueAndObjectsByIdentity() {
    assertThat(EqRef.same(I31.of(3), I31.of(3))).isTrue();
    assertThat(EqRef.same(I31.of(3), I31.of(4))).isFalse();
    assertThat(EqRef.same(null, null)).isTrue();
    assertThat(EqRef.same(null, I31.of(0))).isFalse();
    WasmStruct one = new WasmStruct() {};
    assertThat(EqRef.same(one, one)).isTrue();
    assertThat(EqRef.same(one, new WasmStruct() {})).isFalse();
    assertThat(I31.of(-5)).hasToString("-5").hasSameHashCodeAs(I31.of(-5));
  }
}
