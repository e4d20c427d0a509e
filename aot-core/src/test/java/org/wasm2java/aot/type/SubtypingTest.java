package org.wasm2java.aot.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SubtypingTest {
  private static ReferenceType reference(int typeIndex) {
    return ReferenceType.nullable(new ConcreteHeapType(typeIndex));
  }

  private static SubType struct(List<Integer> supertypes, StorageType... fields) {
    return new SubType(
        false,
        supertypes,
        new StructType(List.of(fields).stream().map(type -> new FieldType(type, false)).toList()));
  }

  private static RecursiveType group(SubType... types) {
    return new RecursiveType(List.of(types));
  }

  @Test
  void groupsThatReferToThemselvesAlikeAreEqual() {
    Subtyping subtyping =
        new Subtyping(
            List.of(
                group(struct(List.of(), reference(1)), struct(List.of(), reference(0))),
                group(struct(List.of(), reference(3)), struct(List.of(), reference(2)))));
    assertThat(subtyping.canonical(2)).isEqualTo(0);
    assertThat(subtyping.canonical(3)).isEqualTo(1);
    assertThat(subtyping.matches(reference(3), reference(1))).isTrue();
  }

  @Test
  void aReferenceIntoTheGroupDiffersFromOneToAnEarlierType() {
    Subtyping subtyping =
        new Subtyping(
            List.of(
                group(struct(List.of(), reference(0))), group(struct(List.of(), reference(0)))));
    assertThat(subtyping.canonical(1)).isEqualTo(1);
    assertThat(subtyping.matches(reference(1), reference(0))).isFalse();
  }

  @Test
  void typesInGroupsOfDifferentSizesDiffer() {
    Subtyping subtyping =
        new Subtyping(
            List.of(group(struct(List.of())), group(struct(List.of()), struct(List.of()))));
    assertThat(subtyping.canonical(1)).isEqualTo(1);
    assertThat(subtyping.canonical(2)).isEqualTo(2);
  }

  @Test
  void aTypeMatchesItsAncestorsAndTheirEquals() {
    Subtyping subtyping =
        new Subtyping(
            List.of(
                group(struct(List.of())),
                group(struct(List.of(0), NumberType.I32)),
                group(struct(List.of(1), NumberType.I32, NumberType.F64)),
                group(struct(List.of()))));
    assertThat(subtyping.extendsType(2, 0)).isTrue();
    assertThat(subtyping.extendsType(2, 3)).isTrue();
    assertThat(subtyping.extendsType(0, 2)).isFalse();
  }

  @Test
  void abstractTypesFormThreeLevelsAboveTheirBottom() {
    Subtyping subtyping = new Subtyping(List.of(group(struct(List.of()))));
    HeapType struct = new ConcreteHeapType(0);
    assertThat(subtyping.matches(struct, AbstractHeapType.STRUCT)).isTrue();
    assertThat(subtyping.matches(struct, AbstractHeapType.ANY)).isTrue();
    assertThat(subtyping.matches(struct, AbstractHeapType.ARRAY)).isFalse();
    assertThat(subtyping.matches(AbstractHeapType.NONE, struct)).isTrue();
    assertThat(subtyping.matches(AbstractHeapType.NOFUNC, struct)).isFalse();
    assertThat(subtyping.matches(AbstractHeapType.ANY, AbstractHeapType.EQ)).isFalse();
    assertThat(subtyping.matches(AbstractHeapType.EQ, AbstractHeapType.ANY)).isTrue();
  }

  @Test
  void nullMakesTheDifferenceBetweenReferences() {
    Subtyping subtyping = new Subtyping(List.of());
    ReferenceType nonNull = ReferenceType.nonNull(AbstractHeapType.FUNC);
    assertThat(subtyping.matches(nonNull, ReferenceType.FUNCREF)).isTrue();
    assertThat(subtyping.matches(ReferenceType.FUNCREF, nonNull)).isFalse();
  }

  @Test
  void functionsTakeMoreAndGiveLess() {
    Subtyping subtyping = new Subtyping(List.of());
    ReferenceType any = ReferenceType.nullable(AbstractHeapType.ANY);
    ReferenceType eq = ReferenceType.nullable(AbstractHeapType.EQ);
    FunctionType takesAnyGivesEq = new FunctionType(List.of(any), List.of(eq));
    FunctionType takesEqGivesAny = new FunctionType(List.of(eq), List.of(any));
    assertThat(subtyping.matches(takesAnyGivesEq, takesEqGivesAny)).isTrue();
    assertThat(subtyping.matches(takesEqGivesAny, takesAnyGivesEq)).isFalse();
  }

  @Test
  void fieldsThatCanBeSetMustBeTheSame() {
    Subtyping subtyping = new Subtyping(List.of());
    ReferenceType any = ReferenceType.nullable(AbstractHeapType.ANY);
    ReferenceType eq = ReferenceType.nullable(AbstractHeapType.EQ);
    assertThat(
            subtyping.matches(
                new ArrayType(new FieldType(eq, false)), new ArrayType(new FieldType(any, false))))
        .isTrue();
    assertThat(
            subtyping.matches(
                new ArrayType(new FieldType(eq, true)), new ArrayType(new FieldType(any, true))))
        .isFalse();
  }
}
