package org.wasm2java.aot.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wasm2java.aot.embedding.Guests.GUEST;
import static org.wasm2java.aot.embedding.Guests.MACHINE;
import static org.wasm2java.aot.embedding.Guests.SPINNING;
import static org.wasm2java.aot.embedding.Guests.USER;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.wasm2java.runtime.ExitException;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.InstanceConfig;
import org.wasm2java.runtime.Namespace;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.WasmFunction;

/** How instances, namespaces and stores are closed, and what is left of them. */
class LifecycleTest {
  private final List<String> closed = new ArrayList<>();

  private InstanceConfig recorded(String name) {
    return InstanceConfig.builder()
        .name(name)
        .onClose((instance, exitCode) -> closed.add(name + " " + exitCode))
        .build();
  }

  @Test
  void callsOfAClosedInstanceThrowItsExitCode() {
    Instance machine = MACHINE.instantiate(new Store().namespace(), recorded("machine"));
    WasmFunction count = machine.exportedFunction("count");
    assertThat(machine.exitCode()).isEmpty();
    machine.close(7);
    assertThat(machine.isClosed()).isTrue();
    assertThat(machine.exitCode()).hasValue(7);
    assertThatThrownBy(count::call)
        .isInstanceOfSatisfying(
            ExitException.class, exit -> assertThat(exit.exitCode()).isEqualTo(7))
        .hasMessage("instance machine is closed, exit code 7");
    assertThatThrownBy(() -> machine.restore(null)).isInstanceOf(ExitException.class);
    assertThatThrownBy(machine::copy).isInstanceOf(ExitException.class);
  }

  @Test
  void typedExportsOfAClosedInstanceThrowToo() throws Exception {
    Instance machine = MACHINE.instantiate(new Store());
    machine.close(3);
    assertThatThrownBy(() -> machine.getClass().getMethod("count").invoke(machine))
        .cause()
        .isInstanceOf(ExitException.class)
        .hasMessage("module machine is closed, exit code 3");
  }

  @Test
  void codeZeroIsNotTheSameAsOpen() {
    Instance machine = MACHINE.instantiate(new Store());
    assertThat(machine.exitCode()).isEqualTo(OptionalInt.empty());
    machine.close();
    assertThat(machine.exitCode()).isEqualTo(OptionalInt.of(0));
  }

  @Test
  void theFirstCodeStaysAndTheListenerIsCalledOnce() {
    Store store = new Store();
    Instance machine = MACHINE.instantiate(store.namespace(), recorded("machine"));
    machine.close(-1);
    machine.close(2);
    store.close(3);
    assertThat(machine.exitCode()).hasValue(-1);
    assertThat(closed).containsExactly("machine -1");
  }

  @Test
  void aStoreClosesAllNamespacesTheNewestInstanceFirst() {
    Store store = new Store();
    Namespace first = store.newNamespace("first");
    Namespace second = store.newNamespace("second");
    MACHINE.instantiate(second, recorded("a"));
    MACHINE.instantiate(first, recorded("b"));
    MACHINE.instantiate(store.namespace(), recorded("c"));
    MACHINE.instantiate(second, recorded("d"));
    store.close(5);
    assertThat(closed).containsExactly("d 5", "c 5", "b 5", "a 5");
    store.close(6);
    assertThat(closed).hasSize(4);
    assertThatThrownBy(() -> MACHINE.instantiate(store))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the namespace is closed");
    assertThatThrownBy(() -> MACHINE.instantiate(first, recorded("e")))
        .hasMessage("namespace first is closed");
    assertThatThrownBy(store::newNamespace).hasMessage("the store is closed");
  }

  @Test
  void aNamespaceClosesItsOwnInstances() {
    Store store = new Store();
    Namespace plugin = store.newNamespace("plugin");
    Instance inside = MACHINE.instantiate(plugin, recorded("inside"));
    Instance outside = MACHINE.instantiate(store.namespace(), recorded("outside"));
    try (plugin) {
      assertThat(inside.isClosed()).isFalse();
    }
    assertThat(inside.isClosed()).isTrue();
    assertThat(outside.isClosed()).isFalse();
    assertThat(closed).containsExactly("inside 0");
  }

  @Test
  void closingGoesOnPastFailuresAndJoinsThem() {
    Store store = new Store();
    for (String name : List.of("a", "b", "c")) {
      MACHINE.instantiate(
          store.namespace(),
          InstanceConfig.builder()
              .onClose(
                  (instance, exitCode) -> {
                    closed.add(name);
                    if (!name.equals("b")) {
                      throw new IllegalStateException("listener of " + name);
                    }
                  })
              .build());
    }
    assertThatThrownBy(store::close)
        .hasMessage("listener of c")
        .satisfies(
            failure ->
                assertThat(failure.getSuppressed())
                    .singleElement()
                    .asString()
                    .contains("listener of a"));
    assertThat(closed).containsExactly("c", "b", "a");
  }

  @Test
  void aModuleThatImportsFromAClosedInstanceGetsItsExitCode() {
    Store store = Guests.storeForGuest();
    Instance guest = GUEST.instantiate(store.namespace(), InstanceConfig.named("guest"));
    Instance user = USER.instantiate(store);
    assertThat(user.export("direct").call(1)).containsExactly(2);
    guest.close(9);
    assertThatThrownBy(() -> user.export("direct").call(1))
        .isInstanceOf(ExitException.class)
        .hasMessage("instance guest is closed, exit code 9");
    assertThat(user.isClosed()).isFalse();
  }

  @Test
  void aGuestThatExitsIsClosedWithItsCode() {
    Store store = Guests.exitingStore();
    Instance guest = GUEST.instantiate(store.namespace(), recorded("guest"));
    assertThatThrownBy(() -> guest.export("direct").call(4)).isInstanceOf(ExitException.class);
    assertThat(guest.exitCode()).hasValue(4);
    assertThat(closed).containsExactly("guest 4");
  }

  @Test
  void ofTwoModulesTheOneThatExitsIsClosedAndItsCaller() {
    Store store = Guests.exitingStore();
    Instance guest = GUEST.instantiate(store.namespace(), recorded("guest"));
    Instance user = USER.instantiate(store.namespace(), recorded("user"));
    assertThatThrownBy(() -> user.export("direct").call(4)).isInstanceOf(ExitException.class);
    assertThat(closed).containsExactly("guest 4", "user 4");
    assertThat(guest.isClosed()).isTrue();
  }

  @Test
  void aListenerThatThrowsDoesNotHideTheExit() {
    InstanceConfig config =
        InstanceConfig.builder()
            .onClose(
                (instance, exitCode) -> {
                  throw new IllegalStateException("listener");
                })
            .build();
    Instance guest = GUEST.instantiate(Guests.exitingStore().namespace(), config);
    assertThatThrownBy(() -> guest.export("direct").call(4))
        .isInstanceOf(ExitException.class)
        .satisfies(
            exit ->
                assertThat(exit.getSuppressed()).singleElement().asString().contains("listener"));
  }

  @Test
  void anInstanceOfTheSameModuleGetsTheExitCodeToo() {
    Store store = Guests.storeForGuest();
    Instance first = GUEST.instantiate(store);
    InstanceConfig chained =
        InstanceConfig.builder().define("env", "host", first.export("direct")).build();
    Instance second = GUEST.instantiate(store.namespace(), chained);
    assertThat(second.export("direct").call(1)).containsExactly(2);
    first.close(6);
    assertThatThrownBy(() -> second.export("direct").call(1))
        .isInstanceOf(ExitException.class)
        .hasMessageContaining("exit code 6");
  }

  @Test
  void aClosedInstanceCannotBeRegistered() {
    Store store = new Store();
    Instance machine = MACHINE.instantiate(store);
    machine.close();
    assertThatThrownBy(() -> store.register("machine", machine))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("module machine is closed");
    assertThat(store.instance("machine")).isNull();
    store.register("machine", MACHINE.instantiate(store));
  }

  @Test
  void closingDoesNotWaitForWhoeverHasLockedTheInstance() throws InterruptedException {
    Instance spinning = SPINNING.instantiate(new Store());
    Thread runner =
        new Thread(
            () -> {
              synchronized (spinning) {
                assertThatThrownBy(() -> spinning.export("forever").call())
                    .isInstanceOf(ExitException.class);
              }
            });
    runner.start();
    Thread.sleep(50);
    spinning.close(1);
    runner.join(10_000);
    assertThat(runner.isAlive()).isFalse();
  }

  @Test
  void aListenerSeesTheInstanceOutOfItsNamespace() {
    Store store = new Store();
    InstanceConfig config =
        InstanceConfig.builder()
            .name("machine")
            .onClose((instance, exitCode) -> closed.add(String.valueOf(store.instance("machine"))))
            .build();
    MACHINE.instantiate(store.namespace(), config).close();
    assertThat(closed).containsExactly("null");
  }

  @Test
  void closingFromAnotherThreadEndsInterruptibleCode() throws InterruptedException {
    Instance spinning = SPINNING.instantiate(new Store());
    List<Throwable> thrown = new ArrayList<>();
    Thread runner =
        new Thread(
            () -> {
              try {
                spinning.export("forever").call();
              } catch (ExitException e) {
                thrown.add(e);
              }
            });
    runner.start();
    Thread.sleep(50);
    spinning.close(12);
    runner.join(10_000);
    assertThat(runner.isAlive()).isFalse();
    assertThat(thrown)
        .singleElement()
        .asString()
        .endsWith("module spinning is closed, exit code 12");
  }

  @Test
  void forgottenInstancesWithoutANameAreCollected() throws InterruptedException {
    Store store = new Store();
    WeakReference<Instance> forgotten = new WeakReference<>(MACHINE.instantiate(store));
    for (int i = 0; i < 100 && forgotten.get() != null; i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertThat(forgotten.get()).isNull();
    store.close();
  }
}
