package org.wasm2java.aot.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages and generated comments show types in the words of the text format. */
class TypeTextTest {
  @Test
  void nullableReferencesToAbstractTypesHaveShortNames() {
    assertThat(ReferenceType.FUNCREF.text()).isEqualTo("funcref");
    assertThat(ReferenceType.nullable(AbstractHeapType.NONE).text()).isEqualTo("nullref");
    assertThat(ReferenceType.nullable(AbstractHeapType.NOEXN).text()).isEqualTo("nullexnref");
  }

  @Test
  void otherReferencesAreWrittenOut() {
    assertThat(ReferenceType.nonNull(AbstractHeapType.FUNC).text()).isEqualTo("(ref func)");
    assertThat(ReferenceType.nullable(new ConcreteHeapType(3)).text()).isEqualTo("(ref null 3)");
  }

  @Test
  void functionTypesAreWrittenAsTheSpecificationDoes() {
    FunctionType type =
        new FunctionType(
            List.of(NumberType.I32, VectorType.V128), List.of(ReferenceType.EXTERNREF));
    assertThat(type.text()).isEqualTo("[i32 v128] -> [externref]");
    assertThat(FunctionType.EMPTY.text()).isEqualTo("[] -> []");
  }
}
