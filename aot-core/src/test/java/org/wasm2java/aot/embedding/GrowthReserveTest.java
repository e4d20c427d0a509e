package org.wasm2java.aot.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wasm2java.aot.embedding.Guests.GROWING;
import static org.wasm2java.aot.embedding.Guests.GUEST;
import static org.wasm2java.aot.embedding.Guests.USER;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.InstanceConfig;
import org.wasm2java.runtime.Memory;
import org.wasm2java.runtime.Snapshot;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.TrapKind;

/** What a reserve for growth changes for a guest, and what it does not. */
class GrowthReserveTest {
  private static final int PAGE = Memory.PAGE_SIZE;
  private static final int MAXIMUM = 12;

  private static Instance guest(int reserve) {
    return GROWING.instantiate(
        new Store().namespace(), InstanceConfig.builder().growthReserve(reserve).build());
  }

  private static Object call(Instance guest, String name, Object... arguments) {
    Object[] results = guest.export(name).call(arguments);
    return results.length == 0 ? null : results[0];
  }

  private static void assertTraps(Instance guest, String name, Object... arguments) {
    assertThatThrownBy(() -> call(guest, name, arguments))
        .isInstanceOfSatisfying(
            Trap.class,
            trap -> assertThat(trap.kind()).isEqualTo(TrapKind.OUT_OF_BOUNDS_MEMORY_ACCESS));
  }

  @Test
  void accessesBehindTheMemoryTrapByDefault() {
    Instance guest = GROWING.instantiate(new Store());
    assertThat(call(guest, "grow", 1)).isEqualTo(1);
    assertThat(call(guest, "load", 2 * PAGE - 4)).isEqualTo(0);
    assertTraps(guest, "load", 2 * PAGE - 3);
    assertTraps(guest, "load8", 2 * PAGE);
    assertTraps(guest, "store", 2 * PAGE, 1);
    assertTraps(guest, "grow_writing");
  }

  @Test
  void accessesOfTheReserveDoNotTrapAndThoseBehindItDo() {
    Instance guest = guest(4);
    assertTraps(guest, "load", PAGE);
    assertThat(call(guest, "grow", 1)).isEqualTo(1);
    call(guest, "store", 2 * PAGE, 77);
    assertThat(call(guest, "load", 2 * PAGE)).isEqualTo(77);
    assertThat(call(guest, "load", 6 * PAGE - 4)).isEqualTo(0);
    assertTraps(guest, "load", 6 * PAGE - 3);
    assertTraps(guest, "load8", 6 * PAGE);
    assertTraps(guest, "store", 6 * PAGE, 1);
    assertTraps(guest, "load8", -1);
  }

  /** The guest writes behind each page before it grows by the next one. */
  @Test
  void newPagesAreZeroAlsoWhereTheGuestHadWritten() {
    Instance guest = guest(MAXIMUM);
    assertTraps(guest, "grow_writing"); // behind the last page, where nothing can be in reserve
    assertThat(call(guest, "size")).isEqualTo(MAXIMUM);
    for (int page = 1; page < MAXIMUM; page++) {
      assertThat(call(guest, "load", page * PAGE)).isEqualTo(0);
      assertThat(call(guest, "load", (page + 1) * PAGE - 4)).isEqualTo((page + 1) * PAGE);
    }
  }

  @Test
  void newPagesAreZeroAlsoWhereTheArrayIsReplaced() {
    Instance guest = guest(2);
    call(guest, "grow", 1);
    call(guest, "store", 2 * PAGE, -1);
    call(guest, "store", 4 * PAGE - 4, -1);
    byte[] before = guest.exportedMemory("memory").bytes();
    assertThat(call(guest, "grow", 4)).isEqualTo(2);
    assertThat(guest.exportedMemory("memory").bytes()).isNotSameAs(before);
    assertThat(guest.exportedMemory("memory").read(PAGE, 5 * PAGE)).containsOnly(0);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 5, 11, 40000})
  void sizesAndResultsOfGrowthAreExact(int reserve) {
    Instance guest = guest(reserve);
    for (int size = 1; size < MAXIMUM; size += 2) {
      assertThat(call(guest, "size")).isEqualTo(size);
      assertThat(call(guest, "grow", 0)).isEqualTo(size);
      assertThat(call(guest, "grow", MAXIMUM - size + 1)).isEqualTo(-1);
      assertThat(call(guest, "grow", -1)).isEqualTo(-1);
      if (size + 2 <= MAXIMUM) {
        assertThat(call(guest, "grow", 2)).isEqualTo(size);
      }
    }
    assertThat(call(guest, "grow", 1)).isEqualTo(MAXIMUM - 1);
    assertThat(guest.exportedMemory("memory").bytes()).hasSize(MAXIMUM * PAGE);
  }

  @Test
  void instructionsForRangesTrapAtTheSize() {
    Instance guest = guest(4);
    call(guest, "grow", 1);
    int end = 2 * PAGE;
    assertTraps(guest, "fill", end - 4, 1, 5);
    assertTraps(guest, "fill", end + 1, 1, 0);
    assertTraps(guest, "copy", end - 4, 0, 5);
    assertTraps(guest, "copy", 0, end - 4, 5);
    assertTraps(guest, "init", end - 4, 0, 5);
    assertThat(call(guest, "load", end - 4)).isEqualTo(0);
    assertThat(call(guest, "load", end)).isEqualTo(0);
    call(guest, "fill", end - 4, 1, 4);
    call(guest, "init", end - 2, 0, 2);
    call(guest, "copy", 0, end - 4, 4);
    assertThat(call(guest, "load", 0)).isEqualTo('y' << 24 | 'b' << 16 | 0x0101);
  }

  @Test
  void aReserveIsNoPartOfSnapshotsAndCopies() {
    Instance guest = guest(4);
    call(guest, "grow", 1);
    call(guest, "store", 2 * PAGE - 4, 5);
    call(guest, "store", 2 * PAGE, 6);
    Snapshot snapshot = guest.snapshot();
    assertThat(snapshot.byteSize()).isEqualTo(2 * PAGE);
    Instance copy = guest.copy();
    assertThat(call(copy, "load", 2 * PAGE - 4)).isEqualTo(5);
    assertThat(copy.exportedMemory("memory").bytes()).hasSize(2 * PAGE);
    assertThat(call(copy, "grow", 1)).isEqualTo(2);
    assertThat(call(copy, "load", 2 * PAGE)).isEqualTo(0);
    assertThat(copy.exportedMemory("memory").bytes()).hasSize(7 * PAGE);
    call(guest, "grow", 3);
    guest.restore(snapshot);
    assertThat(call(guest, "size")).isEqualTo(2);
    assertThat(call(guest, "load", 2 * PAGE - 4)).isEqualTo(5);
    assertThat(call(guest, "grow", 1)).isEqualTo(2);
    assertThat(call(guest, "load", 2 * PAGE)).isEqualTo(0);
  }

  @Test
  void theReserveIsTheMemorysWhoeverImportsIt() {
    Store store = Guests.storeForGuest();
    InstanceConfig config = InstanceConfig.builder().name("guest").growthReserve(8).build();
    Memory memory = GUEST.instantiate(store.namespace(), config).exportedMemory("memory");
    Instance user = USER.instantiate(store);
    assertTraps(user, "peek", PAGE);
    memory.grow(1);
    assertThat(call(user, "peek", 2 * PAGE)).isEqualTo(0);
    assertTraps(user, "peek", 4 * PAGE); // behind the maximum of four pages
    assertThat(memory).hasToString("memory 2..4");
  }
}
