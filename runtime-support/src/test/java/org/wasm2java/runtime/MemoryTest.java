package org.wasm2java.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** How Java reads and writes memories: strings, numbers, ranges and views. */
class MemoryTest {
  private static final int END = Memory.PAGE_SIZE;

  private final Memory memory = Memory.create(1, 3);

  @Test
  void stringsAreUtf8() {
    assertThat(memory.writeString(8, "gr\u00fc\u00dfe \ud83d\ude00")).isEqualTo(12);
    assertThat(memory.readString(8, 12)).isEqualTo("gr\u00fc\u00dfe \ud83d\ude00");
    assertThat(memory.readString(END, 0)).isEmpty();
    memory.writeI8(8, (byte) 0xff);
    assertThat(memory.readString(8, 1)).isEqualTo("\ufffd");
  }

  @Test
  void stringsMayEndWithAZero() {
    memory.write(100, "xxxxxxxx".getBytes(StandardCharsets.UTF_8));
    assertThat(memory.writeCString(100, "abc")).isEqualTo(4);
    assertThat(memory.readCString(100)).isEqualTo("abc");
    assertThat(memory.readCString(103)).isEmpty();
    assertThat(memory.readCString(104)).isEqualTo("xxxx");
    assertThatThrownBy(() -> memory.writeCString(0, "a\0b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("at index 1");
  }

  @Test
  void whatDoesNotFitTrapsAndWritesNothing() {
    assertTraps(() -> memory.writeString(END - 2, "abc"));
    assertTraps(() -> memory.writeCString(END - 3, "abc"));
    assertThat(memory.readI16(END - 2)).isZero();
    memory.writeI8(END - 1, (byte) 'x');
    assertTraps(() -> memory.readCString(END - 1));
    assertTraps(() -> memory.readString(1, -1));
    assertTraps(() -> memory.readString(-1, 1));
    assertTraps(() -> memory.readI32(END - 3));
    assertTraps(() -> memory.readF64(-8));
    assertTraps(() -> memory.view(END - 1, 2));
    assertTraps(() -> memory.readCString(END + 1));
  }

  @Test
  void fillSetsExactlyItsRange() {
    for (int length = 0; length <= 80; length++) {
      for (int start : new int[] {0, 1, 7, 100, END - length}) {
        byte[] expected = new byte[END];
        Arrays.fill(expected, start, start + length, (byte) 0x80);
        memory.fill(0, 0, END);
        memory.fill(start, 0x1280, length);
        assertThat(memory.bytes()).as("%d bytes at %d", length, start).isEqualTo(expected);
        memory.fill(0, 0, END);
        memory.view(start, length).fill((byte) 0x80);
        assertThat(memory.bytes()).as("a view of %d at %d", length, start).isEqualTo(expected);
      }
    }
    assertTraps(() -> memory.fill(END - 7, 1, 8));
    assertTraps(() -> memory.fill(-1, 1, 1));
    assertTraps(() -> memory.fill(0, 1, -1));
  }

  private static void assertTraps(Runnable access) {
    assertThatThrownBy(access::run)
        .isInstanceOfSatisfying(
            Trap.class,
            trap -> assertThat(trap.kind()).isEqualTo(TrapKind.OUT_OF_BOUNDS_MEMORY_ACCESS));
  }

  @Test
  void numbersAreLittleEndianAndNeedNoAlignment() {
    memory.writeI64(1, 0x0807060504030201L);
    assertThat(memory.read(1, 8)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(memory.readI8(2)).isEqualTo((byte) 2);
    assertThat(memory.readI16(1)).isEqualTo((short) 0x0201);
    assertThat(memory.readI32(3)).isEqualTo(0x06050403);
    memory.writeF32(33, 1.5f);
    memory.writeF64(41, -2.25);
    memory.writeI16(51, (short) -2);
    assertThat(memory.readF32(33)).isEqualTo(1.5f);
    assertThat(memory.readF64(41)).isEqualTo(-2.25);
    assertThat(memory.readI16(51)).isEqualTo((short) -2);
  }

  @Test
  void aViewReadsAndWritesInPlace() {
    MemoryView view = memory.view(1000, 24);
    view.setI32(0, 7);
    view.setI64(4, 8L);
    view.setF32(12, 9f);
    view.setF64(16, 10d);
    assertThat(memory.readI32(1000)).isEqualTo(7);
    assertThat(memory.readI64(1004)).isEqualTo(8);
    assertThat(memory.readF32(1012)).isEqualTo(9f);
    assertThat(memory.readF64(1016)).isEqualTo(10);
    memory.writeString(1000, "hello");
    assertThat(view.slice(1, 3).readString()).isEqualTo("ell");
    assertThat(view.get(0)).isEqualTo((byte) 'h');
    view.set(0, (byte) 'j');
    view.setI16(4, (short) 0x2179);
    assertThat(view.slice(0, 6).readString()).isEqualTo("jelly!");
    assertThat(view.getI16(4)).isEqualTo((short) 0x2179);
    assertThat(view).hasToString("24 bytes at 0x3e8 of memory 1..3");
  }

  @Test
  void aViewStaysOnItsRangeWhenTheMemoryGrows() {
    MemoryView view = memory.view(END - 4, 4);
    view.setI32(0, 11);
    byte[] before = memory.bytes();
    memory.grow(1);
    assertThat(before == memory.bytes()).isFalse();
    assertThat(view.getI32(0)).isEqualTo(11);
    view.setI32(0, 12);
    assertThat(memory.readI32(END - 4)).isEqualTo(12);
    assertThat(view.getF32(0)).isEqualTo(Float.intBitsToFloat(12));
  }

  @Test
  void aViewDoesNotReachBeyondItsRange() {
    MemoryView view = memory.view(16, 8);
    assertThatThrownBy(() -> view.getI64(1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> view.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> view.set(8, (byte) 0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> view.slice(4, 5)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> view.slice(4, -1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> view.getF64(Integer.MAX_VALUE))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> view.copyTo(4, new byte[8], 0, 8))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aViewIsCopiedAndFilled() {
    MemoryView view = memory.view(16, 4);
    view.copyFrom(1, new byte[] {1, 2, 3}, 1, 2);
    byte[] target = new byte[3];
    view.copyTo(0, target, 0, 3);
    assertThat(target).containsExactly(0, 2, 3);
    view.fill((byte) 5);
    assertThat(view.toByteArray()).containsExactly(5, 5, 5, 5);
    assertThat(memory.readI8(20)).isZero();
    assertThat(view.size()).isEqualTo(4);
    assertThat(view.address()).isEqualTo(16);
  }
}
