package org.wasm2java.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownCountTest {
  @Test
  void oneThingHasNoPlural() {
    assertThat(ShownCount.of(1, "function")).isEqualTo("1 function");
  }

  @Test
  void otherNumbersHave() {
    assertThat(ShownCount.of(0, "function")).isEqualTo("0 functions");
    assertThat(ShownCount.of(1234, "byte")).isEqualTo("1,234 bytes");
  }
}
