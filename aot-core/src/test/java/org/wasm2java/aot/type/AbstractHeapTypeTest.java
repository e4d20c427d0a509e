package org.wasm2java.aot.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasm2java.aot.type.AbstractHeapType.ANY;
import static org.wasm2java.aot.type.AbstractHeapType.ARRAY;
import static org.wasm2java.aot.type.AbstractHeapType.EQ;
import static org.wasm2java.aot.type.AbstractHeapType.EXN;
import static org.wasm2java.aot.type.AbstractHeapType.EXTERN;
import static org.wasm2java.aot.type.AbstractHeapType.FUNC;
import static org.wasm2java.aot.type.AbstractHeapType.I31;
import static org.wasm2java.aot.type.AbstractHeapType.NOEXN;
import static org.wasm2java.aot.type.AbstractHeapType.NOEXTERN;
import static org.wasm2java.aot.type.AbstractHeapType.NOFUNC;
import static org.wasm2java.aot.type.AbstractHeapType.NONE;
import static org.wasm2java.aot.type.AbstractHeapType.STRUCT;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole relation among the types that no module defines, written out. */
class AbstractHeapTypeTest {
  private static final Map<AbstractHeapType, Set<AbstractHeapType>> ABOVE =
      Map.ofEntries(
          Map.entry(ANY, Set.of()),
          Map.entry(EQ, Set.of(ANY)),
          Map.entry(I31, Set.of(EQ, ANY)),
          Map.entry(STRUCT, Set.of(EQ, ANY)),
          Map.entry(ARRAY, Set.of(EQ, ANY)),
          Map.entry(NONE, Set.of(I31, STRUCT, ARRAY, EQ, ANY)),
          Map.entry(FUNC, Set.of()),
          Map.entry(NOFUNC, Set.of(FUNC)),
          Map.entry(EXTERN, Set.of()),
          Map.entry(NOEXTERN, Set.of(EXTERN)),
          Map.entry(EXN, Set.of()),
          Map.entry(NOEXN, Set.of(EXN)));

  private final Subtyping subtyping = new Subtyping(List.of());

  @ParameterizedTest
  @EnumSource
  void aTypeMatchesItselfAndWhatStandsAboveIt(AbstractHeapType sub) {
    for (AbstractHeapType sup : AbstractHeapType.values()) {
      assertThat(subtyping.matches((HeapType) sub, (HeapType) sup))
          .as("%s <: %s", sub.text(), sup.text())
          .isEqualTo(sub == sup || ABOVE.get(sub).contains(sup));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theTopIsAboveTheTypeAndHasNothingAboveIt(AbstractHeapType type) {
    AbstractHeapType top = subtyping.top(type);
    assertThat(subtyping.matches((HeapType) type, (HeapType) top)).isTrue();
    assertThat(ABOVE.get(top)).isEmpty();
  }
}
