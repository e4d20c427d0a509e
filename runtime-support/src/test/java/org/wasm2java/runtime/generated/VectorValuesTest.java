package org.wasm2java.runtime.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wasm2java.runtime.type.FunctionType;
import org.wasm2java.runtime.type.V128;
import org.wasm2java.runtime.type.ValueType;

class VectorValuesTest {
  private static final List<ValueType> TYPES =
      FunctionType.of("i32 v128 externref v128", "").parameters();

  @Test
  void aVectorIsItsHalvesLowFirst() {
    Object[] values = {7, V128.of(1, 2), null, V128.of(3, 4)};
    Object[] parts = VectorValues.split(values);
    assertThat(parts).containsExactly(7, 1L, 2L, null, 3L, 4L);
    assertThat(VectorValues.join(TYPES, parts)).containsExactly(values);
  }

  @Test
  void aLongIsNoHalf() {
    List<ValueType> types = FunctionType.of("i64 v128 i64", "").parameters();
    assertThat(VectorValues.join(types, new Object[] {1L, 2L, 3L, 4L}))
        .containsExactly(1L, V128.of(2, 3), 4L);
  }

  @Test
  void withoutVectorsNothingIsCopied() {
    Object[] values = {1, 2L};
    assertThat(VectorValues.split(values)).isSameAs(values);
    assertThat(VectorValues.join(FunctionType.of("i32 i64", "").parameters(), values))
        .isSameAs(values);
    Object[] none = {};
    assertThat(VectorValues.join(List.of(), none)).isSameAs(none);
  }
}
