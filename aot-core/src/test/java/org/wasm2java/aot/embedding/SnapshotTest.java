package org.wasm2java.aot.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wasm2java.aot.embedding.Guests.GUEST;
import static org.wasm2java.aot.embedding.Guests.MACHINE;
import static org.wasm2java.aot.embedding.Guests.USER;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wasm2java.runtime.ExitException;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.InstanceConfig;
import org.wasm2java.runtime.Memory;
import org.wasm2java.runtime.ResourceLimitException;
import org.wasm2java.runtime.Snapshot;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.WasmFunction;

/** The state of an instance as a value: taken, given back, given to others, copied. */
class SnapshotTest {
  private final Store store = new Store();
  private Instance machine;

  @BeforeEach
  void instantiate() {
    machine = MACHINE.instantiate(store);
  }

  private static void change(Instance instance) {
    instance.export("change").call(99, "an object");
  }

  private static void expectInitial(Instance instance) {
    assertThat(instance.export("numbers").call()).containsExactly(8, 70L, 0.5f, 2.5, 0);
    assertThat(instance.export("objects").call()).containsExactly(null, null);
    assertThat(instance.export("sizes").call()).containsExactly(1, 2);
    assertThat(instance.exportedMemory("memory").readString(16, 12)).isEqualTo("at the start");
    assertThat(instance.export("call").call(0, 20, 3)).containsExactly(23);
    assertThat(instance.export("call").call(1, 20, 3)).containsExactly(60);
    assertThat(((WasmFunction) instance.export("function").call()[0]).call(20, 3))
        .containsExactly(23);
    instance.export("late").call();
    assertThat(instance.exportedMemory("memory").readString(64, 10)).isEqualTo("late bytes");
    instance.export("passive").call();
    assertThat(instance.export("call").call(0, 20, 3)).containsExactly(60);
  }

  private static void expectChanged(Instance instance) {
    assertThat(instance.export("numbers").call()).containsExactly(99, 99L, 99f, 99d, 99);
    assertThat(instance.export("objects").call()).containsExactly("an object", "an object");
    assertThat(instance.export("sizes").call()).containsExactly(2, 3);
    assertThat(instance.export("word").call(16)).containsExactly(99);
    assertThat(instance.export("call").call(0, 20, 3)).containsExactly(60);
    assertThat(instance.export("call").call(2, 20, 3)).containsExactly(23);
    assertThatThrownBy(() -> instance.export("late").call()).isInstanceOf(Trap.class);
    assertThatThrownBy(() -> instance.export("passive").call()).isInstanceOf(Trap.class);
  }

  @Test
  void anInstanceGoesBackToAnEarlierState() {
    Snapshot initial = machine.snapshot();
    change(machine);
    expectChanged(machine);
    machine.restore(initial);
    expectInitial(machine);
  }

  @Test
  void anInstanceGoesForwardToALaterState() {
    Snapshot initial = machine.snapshot();
    change(machine);
    Snapshot changed = machine.snapshot();
    machine.restore(initial);
    machine.restore(changed);
    expectChanged(machine);
    assertThat(changed.byteSize()).isEqualTo(3 * Memory.PAGE_SIZE);
  }

  @Test
  void aSnapshotIsNotChangedByWhatFollows() {
    Snapshot initial = machine.snapshot();
    for (int i = 0; i < 3; i++) {
      change(machine);
      machine.restore(initial);
      expectInitial(machine);
    }
  }

  @Test
  void anotherInstanceTakesTheStateWithItsOwnFunctions() {
    change(machine);
    Snapshot changed = machine.snapshot();
    Instance other = MACHINE.instantiate(new Store());
    other.restore(changed);
    machine.close(1);
    expectChanged(other);
  }

  @Test
  void aCopyStartsFromTheStateAndGoesItsOwnWay() {
    change(machine);
    Instance copy = machine.copy();
    expectChanged(copy);
    assertThat(copy.name()).isEmpty();
    assertThat(copy.namespace()).isSameAs(machine.namespace());
    copy.export("not_a_start").call(1);
    assertThat(machine.export("count").call()).containsExactly(99);
    machine.close();
    expectStillUsable(copy.copy());
  }

  private static void expectStillUsable(Instance copy) {
    assertThat(copy.export("count").call()).containsExactly(1);
    assertThat(copy.export("call").call(0, 20, 3)).containsExactly(60);
  }

  @Test
  void aCopyHasTheSameImportsWhateverTheStoreSaysNow() {
    Store both = Guests.storeForGuest();
    Instance guest = GUEST.instantiate(both);
    both.register("guest", guest);
    Instance user = USER.instantiate(both);
    guest.exportedMemory("memory").writeI32(8, 5);
    both.namespace().define("guest", "memory", Memory.create(1, 4));
    Instance copy = user.copy();
    assertThat(copy.export("peek").call(8)).containsExactly(5);
    assertThat(copy.export("direct").call(1)).containsExactly(2);
    Instance guestCopy = guest.copy();
    guestCopy.exportedMemory("memory").writeI32(8, 6);
    assertThat(copy.export("peek").call(8)).containsExactly(5);
    assertThat(guestCopy.export("direct").call(1)).containsExactly(2);
  }

  @Test
  void aSnapshotDoesNotExceedTheLimitsOfWhereItIsRestored() {
    machine.export("grow").call(3);
    Snapshot large = machine.snapshot();
    Instance limited =
        MACHINE.instantiate(
            new Store().namespace(), InstanceConfig.builder().memoryLimit(2).build());
    assertThatThrownBy(() -> limited.restore(large))
        .isInstanceOf(ResourceLimitException.class)
        .hasMessage(
            "the snapshot's memory has 4 pages, memoryLimit of the instance's configuration allows"
                + " 2");
    machine.close();
    assertThatThrownBy(machine::snapshot).isInstanceOf(ExitException.class);
  }

  @Test
  void aCopyIsClosedWithItsStore() {
    Instance copy = machine.copy();
    store.close(4);
    assertThat(copy.exitCode()).hasValue(4);
  }

  @Test
  void aSnapshotOfAnotherModuleIsRefused() {
    Snapshot other = GUEST.instantiate(Guests.storeForGuest()).snapshot();
    assertThatThrownBy(() -> machine.restore(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a snapshot of embedding.Guest cannot be restored into an instance of"
                + " embedding.Machine");
  }
}
