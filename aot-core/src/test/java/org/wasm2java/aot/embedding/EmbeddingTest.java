package org.wasm2java.aot.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.wasm2java.aot.embedding.Guests.GUEST;
import static org.wasm2java.aot.embedding.Guests.USER;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.LinkException;
import org.wasm2java.runtime.Memory;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.TrapKind;
import org.wasm2java.runtime.host.BoxedBody;
import org.wasm2java.runtime.host.HostFunction;
import org.wasm2java.runtime.type.FunctionType;

/** What happens between a module and its host: exceptions, traps, growth, re-entry, linking. */
class EmbeddingTest {
  private static final FunctionType CALLBACK = FunctionType.of("i32", "i32");

  /** HotSpot has compiled by then, and throws implicit exceptions without a stack trace. */
  private static final int MANY = 100_000;

  private static Store store(BoxedBody host) {
    return new Store().define("env", "host", HostFunction.boxed(CALLBACK, host));
  }

  private static Object call(Instance instance, String name, Object... arguments) {
    return instance.export(name).call(arguments)[0];
  }

  static List<Throwable> thrownByHosts() {
    return List.of(
        new IndexOutOfBoundsException("host"),
        new ArrayIndexOutOfBoundsException("host"),
        new ArithmeticException("host"),
        new ClassCastException("host"),
        new NullPointerException("host"),
        new IllegalStateException("host"),
        new StackOverflowError("host"),
        new OutOfMemoryError("host"),
        new IOException("host"));
  }

  private static Instance guestThatFails(Store store, Throwable failure) {
    store.define(
        "env",
        "host",
        HostFunction.boxed(CALLBACK, arguments -> EmbeddingTest.<RuntimeException>fail(failure)));
    return GUEST.instantiate(store);
  }

  @SuppressWarnings("unchecked") // erased: a host may throw what it likes
  private static <E extends Throwable> Object[] fail(Throwable failure) throws E {
    throw (E) failure;
  }

  @ParameterizedTest
  @MethodSource("thrownByHosts")
  void anExceptionOfTheHostPassesThroughUnchanged(Throwable failure) {
    Instance guest = guestThatFails(new Store(), failure);
    assertThat(catchThrowable(() -> call(guest, "direct", 1))).isSameAs(failure);
    assertThat(catchThrowable(() -> call(guest, "indirect", 0, 1))).isSameAs(failure);
  }

  @ParameterizedTest
  @MethodSource("thrownByHosts")
  void anExceptionOfTheHostPassesThroughAnotherModule(Throwable failure) {
    Store store = new Store();
    store.register("guest", guestThatFails(store, failure));
    Instance user = USER.instantiate(store);
    assertThat(catchThrowable(() -> call(user, "direct", 1))).isSameAs(failure);
  }

  @Test
  void aTrapOfAnotherModuleIsATrap() {
    Store store = store(arguments -> new Object[] {0});
    store.register("guest", GUEST.instantiate(store));
    Instance user = USER.instantiate(store);
    assertThatThrownBy(() -> call(user, "divide", 1, 0))
        .isInstanceOfSatisfying(
            Trap.class, trap -> assertThat(trap.kind()).isEqualTo(TrapKind.INTEGER_DIVIDE_BY_ZERO));
  }

  @Test
  void trapsKeepTheirKindWhenTheCodeIsHot() {
    Instance guest = GUEST.instantiate(store(arguments -> new Object[] {0}));
    for (int i = 0; i < MANY; i++) {
      assertTrap(guest, TrapKind.INTEGER_DIVIDE_BY_ZERO, "divide", 1, 0);
      assertTrap(guest, TrapKind.OUT_OF_BOUNDS_MEMORY_ACCESS, "load", -4);
      assertTrap(guest, TrapKind.UNINITIALIZED_ELEMENT, "indirect", 2, 0);
      assertTrap(guest, TrapKind.UNDEFINED_ELEMENT, "indirect", 3, 0);
    }
    assertTrap(guest, TrapKind.INTEGER_OVERFLOW, "divide", Integer.MIN_VALUE, -1);
  }

  private static void assertTrap(
      Instance guest, TrapKind kind, String function, Object... arguments) {
    try {
      call(guest, function, arguments);
      throw new AssertionError(function + " did not trap");
    } catch (Trap trap) {
      if (trap.kind() != kind) {
        throw new AssertionError(function + " trapped otherwise", trap);
      }
    }
  }

  @Test
  void anExhaustedStackIsATrapThatLeavesTheInstanceUsable() {
    Instance guest = GUEST.instantiate(store(arguments -> new Object[] {7}));
    for (int i = 0; i < 3; i++) {
      assertTrap(guest, TrapKind.CALL_STACK_EXHAUSTED, "recurse", 0);
      assertThat(call(guest, "direct", 1)).isEqualTo(7);
    }
  }

  private static int deep(int levels) {
    return levels == 0 ? 0 : 1 + deep(levels - 1);
  }

  /** The host has many frames each time, so the stack ends in one of them. */
  @ParameterizedTest
  @ValueSource(strings = {"recurse_calling", "recurse_through_table"})
  void aStackThatTheGuestExhaustedIsATrapWhereverItEnds(String recursion) {
    Instance guest = GUEST.instantiate(store(arguments -> new Object[] {deep(500)}));
    for (int i = 0; i < 20; i++) {
      assertTrap(guest, TrapKind.CALL_STACK_EXHAUSTED, recursion, 0);
    }
    assertThat(call(guest, "direct", 1)).isEqualTo(500);
  }

  @Test
  void aStackThatGuestAndHostExhaustedTogetherIsATrap() {
    Instance[] guest = new Instance[1];
    guest[0] =
        GUEST.instantiate(store(arguments -> new Object[] {call(guest[0], "direct", arguments)}));
    for (int i = 0; i < 20; i++) {
      assertTrap(guest[0], TrapKind.CALL_STACK_EXHAUSTED, "direct", 1);
    }
  }

  private static int endless(int level) {
    return 1 + endless(level + 1);
  }

  @Test
  void aStackThatTheHostExhaustedIsTheHosts() {
    Instance guest = GUEST.instantiate(store(arguments -> new Object[] {endless(0)}));
    Store store = new Store();
    store.register("guest", guest);
    Instance user = USER.instantiate(store);
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() -> call(guest, "direct", 1)).isInstanceOf(StackOverflowError.class);
      assertThatThrownBy(() -> call(guest, "indirect", 0, 1))
          .isInstanceOf(StackOverflowError.class);
      assertThatThrownBy(() -> call(user, "direct", 1)).isInstanceOf(StackOverflowError.class);
    }
  }

  @Test
  void memoryThatTheHostGrowsIsSeenBehindTheCall() {
    Instance[] guest = new Instance[1];
    guest[0] =
        GUEST.instantiate(
            store(
                arguments -> {
                  ((Memory) guest[0].export("memory")).grow(1);
                  return new Object[] {0};
                }));
    assertThat(call(guest[0], "store_behind_host", Memory.PAGE_SIZE + 8)).isEqualTo(42);
    assertThat(((Memory) guest[0].export("memory")).readI32(Memory.PAGE_SIZE + 8)).isEqualTo(42);
  }

  @Test
  void aHostMayCallBackIn() {
    Instance[] guest = new Instance[1];
    int[] depth = {0};
    guest[0] =
        GUEST.instantiate(
            store(
                arguments -> new Object[] {depth[0]++ < 3 ? call(guest[0], "count") : (Object) 0}));
    assertThat(call(guest[0], "count")).isEqualTo(4);
  }

  @Test
  void modulesShareWhatTheyImportFromEachOther() {
    Store store = store(arguments -> new Object[] {0});
    Instance guest = GUEST.instantiate(store);
    store.register("guest", guest);
    Instance user = USER.instantiate(store);
    ((Memory) guest.export("memory")).writeI32(16, 99);
    assertThat(call(user, "peek", 16)).isEqualTo(99);
    call(guest, "count");
    assertThat(call(user, "calls")).isEqualTo(1);
    assertThat(call(user, "double", 21)).isEqualTo(42);
  }

  @Test
  void aMissingImportSaysWhatAndOfWhatType() {
    assertThatThrownBy(() -> GUEST.instantiate(new Store()))
        .isInstanceOf(LinkException.class)
        .hasMessageStartingWith("unknown import: env.host: expected func [i32] -> [i32]");
  }

  @Test
  void anImportOfAnotherTypeSaysBothTypes() {
    Store store =
        new Store()
            .define(
                "env",
                "host",
                HostFunction.boxed(FunctionType.of("i64", "i32"), arguments -> new Object[] {0}));
    assertThatThrownBy(() -> GUEST.instantiate(store))
        .isInstanceOf(LinkException.class)
        .hasMessageStartingWith(
            "incompatible import type: env.host: expected func [i32] -> [i32], found func [i64] ->"
                + " [i32]");
  }
}
