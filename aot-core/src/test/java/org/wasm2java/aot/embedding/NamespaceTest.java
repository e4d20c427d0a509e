package org.wasm2java.aot.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wasm2java.aot.embedding.Guests.GUEST;
import static org.wasm2java.aot.embedding.Guests.MACHINE;
import static org.wasm2java.aot.embedding.Guests.USER;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.wasm2java.runtime.HostModule;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.InstanceConfig;
import org.wasm2java.runtime.LinkException;
import org.wasm2java.runtime.Memory;
import org.wasm2java.runtime.Namespace;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.WasmFunction;
import org.wasm2java.runtime.host.HostFunction;
import org.wasm2java.runtime.host.HostModuleBuilder;
import org.wasm2java.runtime.type.FunctionType;

/** Names of instances, where imports come from, and what threads may do at once. */
class NamespaceTest {
  private static final FunctionType CALLBACK = FunctionType.of("i32", "i32");

  private static WasmFunction adding(int summand) {
    return HostFunction.boxed(CALLBACK, arguments -> new Object[] {(int) arguments[0] + summand});
  }

  private static Object direct(Instance instance) {
    return instance.export("direct").call(0)[0];
  }

  @Test
  void anInstanceIsFoundByItsName() {
    Store store = Guests.storeForGuest();
    Instance guest = GUEST.instantiate(store.namespace(), InstanceConfig.named("guest"));
    assertThat(guest.name()).isEqualTo("guest");
    assertThat(guest.namespace()).isSameAs(store.namespace());
    assertThat(store.instance("guest")).isSameAs(guest);
    assertThat(direct(USER.instantiate(store))).isEqualTo(1);
  }

  @Test
  void aNameCanBeGivenOnce() {
    Store store = new Store();
    MACHINE.instantiate(store.namespace(), InstanceConfig.named("machine"));
    assertThatThrownBy(
            () -> MACHINE.instantiate(store.namespace(), InstanceConfig.named("machine")))
        .isInstanceOf(LinkException.class)
        .hasMessage(
            "duplicate module name: machine is taken in its namespace; choose another name, close"
                + " the instance that has it, or use another namespace");
  }

  @Test
  void manyInstancesWithoutANameLiveTogether() {
    Store store = new Store();
    Instance first = MACHINE.instantiate(store);
    Instance second = MACHINE.instantiate(store);
    first.export("not_a_start").call(1);
    assertThat(first.export("count").call()).containsExactly(1);
    assertThat(second.export("count").call()).containsExactly(8);
  }

  @Test
  void aNameIsFreeAgainWhenInstantiationFails() {
    Store store = new Store();
    InstanceConfig named = InstanceConfig.named("guest");
    assertThatThrownBy(() -> GUEST.instantiate(store.namespace(), named))
        .isInstanceOf(LinkException.class)
        .hasMessageStartingWith("unknown import: env.host");
    store.define("env", "host", adding(1));
    assertThat(GUEST.instantiate(store.namespace(), named).isClosed()).isFalse();
  }

  @Test
  void aNameIsFreeAgainWhenTheInstanceIsClosed() {
    Store store = new Store();
    InstanceConfig named = InstanceConfig.named("machine");
    MACHINE.instantiate(store.namespace(), named).close();
    assertThat(store.instance("machine")).isNull();
    Instance second = MACHINE.instantiate(store.namespace(), named);
    assertThat(store.instance("machine")).isSameAs(second);
  }

  @Test
  void aRegisteredNameIsFreeAgainWhenTheInstanceIsClosed() {
    Store store = Guests.storeForGuest();
    Instance guest = GUEST.instantiate(store);
    store.register("guest", guest).register("again", guest);
    assertThatThrownBy(() -> store.register("guest", guest)).isInstanceOf(LinkException.class);
    guest.close();
    assertThat(store.instance("guest")).isNull();
    assertThat(store.instance("again")).isNull();
  }

  @Test
  void aNameIsTakenWhileTheModuleIsInstantiated() {
    Store store = new Store();
    Namespace namespace = store.namespace();
    InstanceConfig named = InstanceConfig.named("guest");
    List<Throwable> thrown = new ArrayList<>();
    InstanceConfig nested =
        named.toBuilder()
            .resolver(
                (module, field) -> {
                  assertThat(namespace.lookup("guest", "direct")).isNull();
                  try {
                    MACHINE.instantiate(namespace, named);
                  } catch (LinkException e) {
                    thrown.add(e);
                  }
                  return adding(1);
                })
            .build();
    GUEST.instantiate(namespace, nested);
    assertThat(thrown).singleElement().asString().contains("duplicate module name: guest");
  }

  @Test
  void theSameNameMeansAnotherModuleInAnotherNamespace() {
    Store store = new Store();
    Namespace one = store.newNamespace("one").define("env", "host", adding(1));
    Namespace ten = store.newNamespace("ten").define("env", "host", adding(10));
    for (Namespace namespace : List.of(one, ten)) {
      GUEST.instantiate(namespace, InstanceConfig.named("guest"));
    }
    assertThat(direct(USER.instantiate(one, InstanceConfig.DEFAULT))).isEqualTo(1);
    assertThat(direct(USER.instantiate(ten, InstanceConfig.DEFAULT))).isEqualTo(10);
    assertThatThrownBy(() -> USER.instantiate(store)).isInstanceOf(LinkException.class);
  }

  @Test
  void typesAreTheSameInAllNamespaces() {
    Store store = new Store();
    Namespace one = store.newNamespace().define("env", "host", adding(1));
    Instance guest = GUEST.instantiate(one, InstanceConfig.DEFAULT);
    Namespace other = store.newNamespace();
    other.define("guest", "direct", guest.export("direct"));
    other.define("guest", "divide", guest.export("divide"));
    other.define("guest", "memory", guest.export("memory"));
    other.define("guest", "calls", guest.export("calls"));
    other.define("guest", "table", guest.export("table"));
    Instance user = USER.instantiate(other, InstanceConfig.DEFAULT);
    assertThat(direct(user)).isEqualTo(1);
    assertThat(user.export("double").call(4)).containsExactly(8);
  }

  @Test
  void importsComeFromTheConfigurationThenTheResolverThenTheNamespace() {
    Store store = new Store().define("env", "host", adding(100));
    Namespace namespace = store.namespace();
    InstanceConfig resolved =
        InstanceConfig.builder().resolver((module, field) -> adding(10)).build();
    InstanceConfig defined = resolved.toBuilder().define("env", "host", adding(1)).build();
    InstanceConfig unhelpful = InstanceConfig.builder().resolver((module, field) -> null).build();
    assertThat(direct(GUEST.instantiate(namespace, InstanceConfig.DEFAULT))).isEqualTo(100);
    assertThat(direct(GUEST.instantiate(namespace, unhelpful))).isEqualTo(100);
    assertThat(direct(GUEST.instantiate(namespace, resolved))).isEqualTo(10);
    assertThat(direct(GUEST.instantiate(namespace, defined))).isEqualTo(1);
  }

  @Test
  void anAliasIsAnotherNameForAModule() {
    HostModule host =
        HostModuleBuilder.named("real").function("host", (int value) -> value + 5).build();
    Store store = new Store().alias("env", "middle").alias("middle", "real").add(host);
    Instance guest = GUEST.instantiate(store);
    assertThat(direct(guest)).isEqualTo(5);
    store.register("machine", guest).alias("guest", "machine");
    assertThat(direct(USER.instantiate(store))).isEqualTo(5);
    assertThat(store.instance("guest")).isSameAs(guest);
    assertThat(store.hostModule("env")).isSameAs(host);
  }

  @Test
  void aliasesThatGoRoundAreRefused() {
    Store store = new Store().alias("a", "b").alias("b", "c");
    assertThatThrownBy(() -> store.alias("c", "a"))
        .isInstanceOf(LinkException.class)
        .hasMessageContaining("alias c for a goes round in a circle");
    assertThatThrownBy(() -> store.alias("d", "d")).isInstanceOf(LinkException.class);
    assertThatThrownBy(() -> store.alias("a", "x"))
        .isInstanceOf(LinkException.class)
        .hasMessageContaining("duplicate module name: a");
  }

  @Test
  void aMemoryIsDefinedForAllOrForOne() {
    Store store = Guests.storeForGuest();
    Instance guest = GUEST.instantiate(store);
    store.register("guest", guest);
    Memory own = Memory.create(1, 4);
    own.writeI32(8, 42);
    InstanceConfig config = InstanceConfig.builder().define("guest", "memory", own).build();
    assertThat(USER.instantiate(store).export("peek").call(8)).containsExactly(0);
    assertThat(USER.instantiate(store.namespace(), config).export("peek").call(8))
        .containsExactly(42);
  }

  @Test
  void ofManyThreadsOneGetsTheName() throws Exception {
    Namespace namespace = new Store().namespace();
    int threads = 16;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      for (int round = 0; round < 50; round++) {
        List<Callable<Boolean>> attempts = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
          attempts.add(() -> takesName(namespace));
        }
        int winners = 0;
        for (Future<Boolean> attempt : pool.invokeAll(attempts)) {
          winners += attempt.get() ? 1 : 0;
        }
        assertThat(winners).isOne();
        namespace.instance("machine").close();
      }
    } finally {
      pool.shutdown();
    }
  }

  private static boolean takesName(Namespace namespace) {
    try {
      Instance instance = MACHINE.instantiate(namespace, InstanceConfig.named("machine"));
      return instance.export("count").call()[0].equals(8);
    } catch (LinkException e) {
      return false;
    }
  }
}
