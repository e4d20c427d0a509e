package org.wasm2java.aot.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wasm2java.aot.embedding.Guests.EXITING;
import static org.wasm2java.aot.embedding.Guests.GUEST;
import static org.wasm2java.aot.embedding.Guests.MACHINE;
import static org.wasm2java.aot.embedding.Guests.USER;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wasm2java.runtime.ExitException;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.InstanceConfig;
import org.wasm2java.runtime.Memory;
import org.wasm2java.runtime.MemoryAllocator;
import org.wasm2java.runtime.ResourceLimitException;
import org.wasm2java.runtime.Store;

/** What a configuration can say of an instance. */
class ConfigurationTest {
  private static Instance machine(Consumer<InstanceConfig.Builder> settings) {
    InstanceConfig.Builder builder = InstanceConfig.builder();
    settings.accept(builder);
    return MACHINE.instantiate(new Store().namespace(), builder.build());
  }

  @ParameterizedTest
  @CsvSource({
    "'', 7",
    "_initialize, 8",
    "_initialize _start, 108",
    "_start, 107",
    "other_start missing _start, 1107",
    "not_a_start, 7",
    "memory, 7",
  })
  void theStartFunctionsThatExistRunInOrder(String names, int count) {
    String[] functions = names.isEmpty() ? new String[0] : names.split(" ");
    Instance machine = machine(config -> config.startFunctions(functions));
    assertThat(machine.export("count").call()).containsExactly(count);
  }

  @Test
  void initializeRunsByDefault() {
    assertThat(MACHINE.instantiate(new Store()).export("count").call()).containsExactly(8);
  }

  @Test
  void exitCodeZeroInAStartFunctionIsNoFailure() throws Exception {
    Store store = Guests.exitingStore();
    Instance ended = EXITING.instantiate(store.namespace(), starting("exit_0"));
    assertThat(ended.exitCode()).hasValue(0);
    assertThatThrownBy(() -> EXITING.instantiate(store.namespace(), starting("exit_3")))
        .isInstanceOfSatisfying(
            ExitException.class, exit -> assertThat(exit.exitCode()).isEqualTo(3));
    assertThat(store.instance("exit_3")).isNull();
  }

  private static InstanceConfig starting(String function) {
    return InstanceConfig.builder().name(function).startFunctions(function).build();
  }

  @Test
  void whatThePreparationThrowsIsNoTrap() {
    assertThatThrownBy(
            () ->
                machine(
                    config ->
                        config.execution(
                            execution -> {
                              throw new ArithmeticException("host");
                            })))
        .isExactlyInstanceOf(ArithmeticException.class);
    assertThatThrownBy(
            () ->
                GUEST.instantiate(
                    new Store().namespace(),
                    InstanceConfig.builder()
                        .resolver((module, field) -> List.<Memory>of().get(0))
                        .build()))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void anExitOfAnotherInstanceIsAFailureOfTheStart() {
    Store store = Guests.exitingStore();
    Instance closedOne = GUEST.instantiate(store);
    closedOne.close();
    InstanceConfig config =
        starting("exit_0").toBuilder().define("env", "host", closedOne.export("direct")).build();
    assertThatThrownBy(() -> EXITING.instantiate(store.namespace(), config))
        .isInstanceOf(ExitException.class);
  }

  @Test
  void memoryGrowsToItsLimit() {
    Instance machine = machine(config -> config.memoryLimit(3));
    assertThat(machine.export("grow").call(2)).containsExactly(1);
    assertThat(machine.export("grow").call(1)).containsExactly(-1);
    assertThat(machine.export("sizes").call()).containsExactly(3, 2);
    assertThat(machine.exportedMemory("memory").maximum()).isEqualTo(8);
  }

  @Test
  void tablesGrowToTheirLimit() {
    Instance machine = machine(config -> config.tableLimit(4));
    assertThat(machine.export("grow_table").call(2)).containsExactly(2);
    assertThat(machine.export("grow_table").call(1)).containsExactly(-1);
  }

  @Test
  void aMinimumBeyondTheLimitIsAClearFailure() {
    assertThatThrownBy(() -> machine(config -> config.name("m").memoryLimit(0)))
        .isInstanceOf(ResourceLimitException.class)
        .hasMessage(
            "memory of module machine: 1 pages of 64 KiB are asked for, at most 0 are allowed by"
                + " memoryLimit of the instance's configuration");
    assertThatThrownBy(() -> machine(config -> config.tableLimit(1)))
        .isInstanceOf(ResourceLimitException.class)
        .hasMessageContaining("table of module machine: 2 elements are asked for, at most 1");
    assertThatThrownBy(() -> InstanceConfig.builder().memoryLimit(-1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noRoomInTheHeapIsAClearFailure() {
    MemoryAllocator full =
        new MemoryAllocator() {
          @Override
          public byte[] allocate(int length, long maximum) {
            throw new OutOfMemoryError("full");
          }

          @Override
          public void release(byte[] bytes) {}
        };
    assertThatThrownBy(() -> machine(config -> config.memoryAllocator(full)))
        .isInstanceOf(ResourceLimitException.class)
        .hasMessageContaining("no room in the Java heap for 1 pages")
        .hasCauseInstanceOf(OutOfMemoryError.class);
  }

  /** Notes what it is asked for and given back, in pages. */
  private static final class Recording implements MemoryAllocator {
    private final List<String> events = new ArrayList<>();
    private boolean full;

    @Override
    public byte[] allocate(int length, long maximum) {
      if (full) {
        throw new OutOfMemoryError("full");
      }
      events.add("allocate " + length / Memory.PAGE_SIZE + " of " + maximum / Memory.PAGE_SIZE);
      return new byte[length];
    }

    @Override
    public void release(byte[] bytes) {
      events.add("release " + bytes.length / Memory.PAGE_SIZE);
    }
  }

  @Test
  void anAllocatorProvidesAndGetsBackTheArrays() {
    Recording allocator = new Recording();
    Instance machine = machine(config -> config.memoryAllocator(allocator));
    machine.export("grow").call(1);
    machine.recycle();
    machine.recycle();
    assertThat(allocator.events)
        .containsExactly(
            "allocate 1 of 8",
            "allocate 1 of 32767",
            "allocate 2 of 8",
            "release 1",
            "release 2",
            "release 1");
  }

  @Test
  void growthFailsWhenTheAllocatorHasNoRoom() {
    Recording allocator = new Recording();
    Instance machine = machine(config -> config.memoryAllocator(allocator));
    allocator.full = true;
    assertThat(machine.export("grow").call(1)).containsExactly(-1);
    assertThat(machine.export("word").call(16)).containsExactly(word("at t"));
  }

  private static int word(String text) {
    int word = 0;
    for (int i = 3; i >= 0; i--) {
      word = word << 8 | text.charAt(i);
    }
    return word;
  }

  @Test
  void anArrayThatAnotherModuleImportedIsNotGivenBack() {
    Recording allocator = new Recording();
    Store store = Guests.storeForGuest();
    InstanceConfig config =
        InstanceConfig.builder().name("guest").memoryAllocator(allocator).build();
    Instance guest = GUEST.instantiate(store.namespace(), config);
    Instance user = USER.instantiate(store);
    guest.exportedMemory("memory").writeI32(4, 11);
    guest.recycle();
    assertThat(allocator.events).containsExactly("allocate 1 of 4");
    assertThat(user.export("peek").call(4)).containsExactly(11);
  }

  @Test
  void pooledArraysAreUsedAgainAndClean() {
    MemoryAllocator pool = MemoryAllocator.pooled(2);
    Instance first = machine(config -> config.memoryAllocator(pool));
    byte[] bytes = first.exportedMemory("memory").bytes();
    bytes[1000] = 1;
    first.recycle();
    Instance second = machine(config -> config.memoryAllocator(pool));
    Instance third = machine(config -> config.memoryAllocator(pool));
    byte[] again = second.exportedMemory("memory").bytes();
    assertThat(again[1000]).isZero();
    assertThat(again == third.exportedMemory("memory").bytes()).isFalse();
    assertThat(bytes[1000]).isZero();
  }

  @Test
  void anAllocatorThatGivesTheWrongLengthIsTold() {
    MemoryAllocator wrong =
        new MemoryAllocator() {
          @Override
          public byte[] allocate(int length, long maximum) {
            return new byte[length + 1];
          }

          @Override
          public void release(byte[] bytes) {}
        };
    assertThatThrownBy(() -> machine(config -> config.memoryAllocator(wrong)))
        .hasMessageContaining("the memory allocator gave an array of 65537 bytes where 65536");
  }

  @Test
  void aConfigurationIsNotChangedByItsBuilder() {
    InstanceConfig.Builder builder = InstanceConfig.builder().name("one").memoryLimit(5);
    InstanceConfig one = builder.build();
    builder.name("two").define("env", "host", Memory.create(1, 1));
    assertThat(one.name()).isEqualTo("one");
    assertThat(one.memoryLimit()).isEqualTo(5);
    assertThat(one.toBuilder().anonymous().build().name()).isEmpty();
  }
}
