package org.wasm2java.runtime.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.TrapKind;

class GcOpsTest {
  private static final byte[] SEGMENT = {1, 2, 3, 4, 5, 6, 7, 8, 9};

  private static void assertTraps(TrapKind kind, ThrowingCallable code) {
    assertThatThrownBy(code)
        .isInstanceOfSatisfying(Trap.class, trap -> assertThat(trap.kind()).isEqualTo(kind));
  }

  @Test
  void elementsComeFromDataInLittleEndianOrder() {
    short[] shorts = new short[3];
    GcOps.init(shorts, 1, SEGMENT, 1, 2);
    assertThat(shorts).containsExactly((short) 0, (short) 0x0302, (short) 0x0504);
    long[] longs = new long[1];
    GcOps.init(longs, 0, SEGMENT, 1, 1);
    assertThat(longs).containsExactly(0x0908070605040302L);
  }

  @Test
  void nothingIsWrittenOutsideOfAnArray() {
    int[] array = {1, 2};
    assertTraps(TrapKind.OUT_OF_BOUNDS_ARRAY_ACCESS, () -> GcOps.fill(array, 1, 9, 2));
    assertTraps(TrapKind.OUT_OF_BOUNDS_ARRAY_ACCESS, () -> GcOps.fill(array, -1, 9, 0));
    assertTraps(TrapKind.OUT_OF_BOUNDS_ARRAY_ACCESS, () -> GcOps.copy(array, 0, array, 1, -1));
    assertThat(array).containsExactly(1, 2);
    GcOps.fill(array, 2, 9, 0);
  }

  @Test
  void segmentsHaveBoundsOfTheirOwn() {
    assertTraps(
        TrapKind.OUT_OF_BOUNDS_MEMORY_ACCESS, () -> GcOps.init(new int[4], 0, SEGMENT, 6, 1));
    assertTraps(TrapKind.OUT_OF_BOUNDS_MEMORY_ACCESS, () -> GcOps.elements(SEGMENT, 0, -1, 8));
    Object[] elements = {"a"};
    assertTraps(
        TrapKind.OUT_OF_BOUNDS_TABLE_ACCESS, () -> GcOps.init(new Object[4], 0, elements, 1, 1));
    assertThat(GcOps.elements(elements, 0, 1)).isEqualTo(1);
  }

  @Test
  void aVectorTakesTwoElements() {
    long[] vectors = new long[GcOps.halves(2)];
    GcOps.fill(vectors, 1, 7, 8, 1);
    assertThat(vectors).containsExactly(0, 0, 7, 8);
    assertThat(GcOps.half(vectors, 1)).isEqualTo(2);
    assertThatThrownBy(() -> GcOps.half(vectors, 2))
        .isInstanceOf(ArrayIndexOutOfBoundsException.class);
    GcOps.set(vectors, 0, 5, 6);
    GcOps.copyVectors(vectors, 1, vectors, 0, 1);
    assertThat(vectors).containsExactly(5, 6, 5, 6);
    assertTraps(TrapKind.ARRAY_TOO_LARGE, () -> GcOps.halves(0x4000_0000));
    assertTraps(TrapKind.ARRAY_TOO_LARGE, () -> GcOps.length(-1));
    assertTraps(TrapKind.ARRAY_TOO_LARGE, () -> GcOps.length(Integer.MAX_VALUE));
    assertThat(GcOps.length(Integer.MAX_VALUE - 8)).isEqualTo(Integer.MAX_VALUE - 8);
  }

  @Test
  void nullIsNoObjectAndNothingElseIsNull() {
    assertThat(GcOps.castable("a")).isEqualTo("a");
    assertThatThrownBy(() -> GcOps.castable(null)).isInstanceOf(ClassCastException.class);
    assertThat(GcOps.nullOnly(null)).isNull();
    assertThatThrownBy(() -> GcOps.nullOnly("a")).isInstanceOf(ClassCastException.class);
  }

  @Test
  void aByteOutsideOfAMemoryIsNoElementOutsideOfAnArray() {
    assertThat(GcOps.index(SEGMENT, 8)).isEqualTo(8);
    assertThatThrownBy(() -> GcOps.index(SEGMENT, 9))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .isNotInstanceOf(ArrayIndexOutOfBoundsException.class);
    assertThatThrownBy(() -> GcOps.index(SEGMENT, -1))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .isNotInstanceOf(ArrayIndexOutOfBoundsException.class);
  }
}
