package org.wasm2java.runtime.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wasm2java.runtime.BoxedValues;

class ValueTypeTest {
  @Test
  void numbersAreKeptByTheirBits() {
    for (ValueType type : ValueType.named()) {
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

  @Test
  void everyTypeIsMadeAgainFromItsCode() {
    HeapType point = HeapType.of("struct:aa.1<bb.0");
    List<ValueType> types = new ArrayList<>(ValueType.named());
    types.add(ValueType.reference(true, point));
    types.add(ValueType.reference(false, point));
    types.add(ValueType.reference(false, HeapType.EQ));
    for (ValueType type : types) {
      assertThat(ValueType.of(type.code())).isEqualTo(type).hasSameHashCodeAs(type);
      assertThat(type.code()).doesNotContain(" ");
    }
    assertThat(types).doesNotHaveDuplicates();
  }

  @Test
  void definedTypesMatchTheirSupertypesAndForm() {
    HeapType shape = HeapType.of("struct:bb.0");
    HeapType point = HeapType.of("struct:aa.1<bb.0");
    assertThat(point.matches(shape)).isTrue();
    assertThat(shape.matches(point)).isFalse();
    assertThat(point.matches(HeapType.STRUCT)).isTrue();
    assertThat(point.matches(HeapType.ANY)).isTrue();
    assertThat(point.matches(HeapType.ARRAY)).isFalse();
    assertThat(HeapType.NONE.matches(point)).isTrue();
    assertThat(HeapType.NOFUNC.matches(point)).isFalse();
    assertThat(point).hasToString("struct:aa.1");
  }

  @Test
  void aNullableReferenceIsNoneThatIsNotNull() {
    ValueType eq = ValueType.reference(false, HeapType.EQ);
    assertThat(eq.matches(ValueType.ANYREF)).isTrue();
    assertThat(ValueType.EQREF.matches(eq)).isFalse();
    assertThat(eq).hasToString("(ref eq)");
    assertThatThrownBy(eq::defaultValue)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("(ref eq) has no default value");
    assertThatThrownBy(() -> BoxedValues.check(eq, null, "argument 0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("argument 0: expected (ref eq) (a Java EqRef), found null");
  }

  @Test
  void whatIsNoTypeIsRefused() {
    assertThatThrownBy(() -> ValueType.of("i33"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a value type: i33");
    assertThatThrownBy(() -> ValueType.of("?thing"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a heap type: thing");
    assertThatThrownBy(ValueType.I32::heapType)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("i32 is no reference");
  }

  @Test
  void functionTypesWithADefinitionMatchTheirSupertypes() {
    FunctionType plain = FunctionType.of("i32", "");
    FunctionType above = FunctionType.of("i32", "", "func:bb.0");
    FunctionType below = FunctionType.of("i32", "", "func:aa.0<bb.0");
    assertThat(below.matches(above)).isTrue();
    assertThat(above.matches(below)).isFalse();
    assertThat(below.matches(plain)).isFalse();
    assertThat(plain.matches(FunctionType.of("i32", ""))).isTrue();
  }
}
