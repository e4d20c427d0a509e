package org.wasm2java.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.wasm2java.runtime.type.V128;
import org.wasm2java.runtime.type.ValueType;

class GlobalTest {
  @Test
  void aVectorIsTwoHalvesForGeneratedCode() {
    Global global = Global.create(ValueType.V128, true, V128.of(1, 2));
    assertThat(global.low()).isEqualTo(1);
    assertThat(global.high()).isEqualTo(2);
    global.low(3);
    global.high(4);
    assertThat(global.get()).isEqualTo(V128.of(3, 4));
    global.set(V128.of(5, 6));
    assertThat(global.low()).isEqualTo(5);
    assertThat(global.high()).isEqualTo(6);
    assertThat(global).hasToString("global (mut v128)");
  }

  @Test
  void aVectorIsNothingElse() {
    assertThatThrownBy(() -> Global.create(ValueType.V128, false, 1L))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("value of a global: expected v128 (a Java V128), found java.lang.Long");
    assertThatThrownBy(() -> Global.create(ValueType.I64, false, V128.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("value of a global: expected i64");
  }

  @Test
  void anImmutableVectorIsNotSet() {
    Global global = Global.create(ValueType.V128, false, V128.ZERO);
    assertThatThrownBy(() -> global.set(V128.of(1, 1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("an immutable global v128 cannot be set");
  }
}
