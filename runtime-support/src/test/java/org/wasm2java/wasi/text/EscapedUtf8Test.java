package org.wasm2java.wasi.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wasm2java.wasi.Wasi;

class EscapedUtf8Test {
  private static final String MIXED = "a/\u00fc\u20ac\ud83d\ude00";

  @Test
  void anyBytesComeBack() {
    Random random = new Random(11);
    byte[] parts = MIXED.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextInt(12)];
      for (int j = 0; j < bytes.length; j++) {
        boolean ofText = random.nextInt(4) > 0;
        bytes[j] = ofText ? parts[(i + j) % parts.length] : (byte) random.nextInt(256);
      }
      assertThat(EscapedUtf8.encode(EscapedUtf8.decode(bytes))).isEqualTo(bytes);
    }
  }

  @Test
  void textIsItselfAndOtherBytesAreLoneSurrogates() {
    assertThat(EscapedUtf8.decode(MIXED.getBytes(StandardCharsets.UTF_8))).isEqualTo(MIXED);
    assertThat(EscapedUtf8.decode(new byte[] {'a', (byte) 0xff, (byte) 0xc3}))
        .isEqualTo("a\udcff\udcc3");
    assertThat(EscapedUtf8.decode(new byte[] {(byte) 0xed, (byte) 0xb2, (byte) 0x80}))
        .as("an encoded surrogate")
        .isEqualTo("\udced\udcb2\udc80");
  }

  @Test
  void halfAPairStandsForNothing() {
    assertThatThrownBy(() -> Wasi.builder().args("\ud800"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("surrogate");
    assertThatThrownBy(() -> Wasi.builder().env("A", "\udc7f"))
        .isInstanceOf(IllegalArgumentException.class);
    Wasi.builder().args("\udc80\ud83d\ude00");
  }
}
