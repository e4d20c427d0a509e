package org.wasm2java.runtime.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wasm2java.runtime.BoxedValues;

class ValueTypeTest {
  @Test
  void numbersAreKeptByTheirBits() {
    for (ValueType type : ValueType.values()) {
      if (type.isNumber()) {
        Object zero = type.defaultValue();
        assertThat(type.boxed(type.bits(zero))).isEqualTo(zero);
      }
    }
    assertThat(ValueType.F32.boxed(ValueType.F32.bits(-2.5f))).isEqualTo(-2.5f);
    assertThat(ValueType.I32.bits(-1)).isEqualTo(-1L);
  }

  @Test
  void aVectorIsNeitherNumberNorReference() {
    assertThat(ValueType.V128.isNumber()).isFalse();
    assertThat(ValueType.V128.isReference()).isFalse();
    assertThat(ValueType.V128.defaultValue()).isEqualTo(V128.ZERO);
    assertThat(ValueType.EXTERNREF.isNumber()).isFalse();
  }

  @Test
  void whatHasNoBitsSaysWhatToUse() {
    assertThatThrownBy(() -> ValueType.V128.bits(V128.ZERO))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("v128 is not a number of 64 bits: use the halves of a V128");
    assertThatThrownBy(() -> ValueType.V128.boxed(1)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> ValueType.FUNCREF.bits(""))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("funcref has no bits");
  }

  @Test
  void typesAreReadByTheirNames() {
    FunctionType type = FunctionType.of("v128 i32", "f64 v128");
    assertThat(type.parameters()).isEqualTo(List.of(ValueType.V128, ValueType.I32));
    assertThat(type.results()).isEqualTo(List.of(ValueType.F64, ValueType.V128));
    assertThat(type).hasToString("[v128 i32] -> [f64 v128]");
  }

  @Test
  void boxedVectorsAreChecked() {
    FunctionType type = FunctionType.of("i32 v128", "");
    BoxedValues.check(type, new Object[] {1, V128.ZERO});
    assertThatThrownBy(() -> BoxedValues.check(type, new Object[] {1, 2L}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("argument 1: expected v128 (a Java V128), found java.lang.Long");
    assertThatThrownBy(() -> BoxedValues.check(type, new Object[] {1, null}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("argument 1: expected v128 (a Java V128), found null");
  }
}
