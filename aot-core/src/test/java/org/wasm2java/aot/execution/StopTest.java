package org.wasm2java.aot.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wasm2java.aot.GeneratedClasses;
import org.wasm2java.runtime.CancelHandle;
import org.wasm2java.runtime.Deadline;
import org.wasm2java.runtime.Execution;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.TrapKind;

/** Code that would run forever is stopped: by interrupts, handles and deadlines. */
@Timeout(300)
class StopTest {
  private static final GeneratedClasses WHOLE =
      Guest.translate("limits", o -> o.interruptible(true));
  private static final GeneratedClasses SPLIT =
      Guest.translate("limits", o -> o.interruptible(true).methodLimit(100));

  /** Far more than code needs to notice, so that busy machines pass. */
  private static final long PATIENCE_MILLIS = 60_000;

  /** A call that does not end. */
  record Endless(String function, Object... arguments) {
    Object[] run(Instance instance) {
      return Guest.call(instance, function, arguments);
    }

    @Override
    public String toString() {
      return function;
    }
  }

  static List<Endless> endless() {
    return List.of(
        new Endless("forever"),
        new Endless("foreverCounting", 0),
        new Endless("foreverStoring"),
        new Endless("foreverFloats", 0.0),
        new Endless("foreverCalling"),
        new Endless("foreverNested"),
        new Endless("foreverRecursing", 200));
  }

  @ParameterizedTest
  @MethodSource("endless")
  void interruptOfTheThreadStops(Endless endless) throws InterruptedException {
    for (GeneratedClasses classes : List.of(WHOLE, SPLIT)) {
      Instance instance = Guest.instantiate(classes);
      AtomicReference<Throwable> thrown = new AtomicReference<>();
      AtomicReference<Boolean> status = new AtomicReference<>();
      Thread thread =
          new Thread(
              () -> {
                thrown.set(catchThrowable(() -> endless.run(instance)));
                status.set(Thread.currentThread().isInterrupted());
              });
      thread.start();
      Thread.sleep(30);
      thread.interrupt();
      thread.join(PATIENCE_MILLIS);

      assertThat(thrown.get()).hasMessageStartingWith("interrupt (thread interrupted)");
      assertThat(status.get()).as("interrupt status").isTrue();
      assertThat(Guest.call(instance, "fib", 10)).containsExactly(55);
    }
  }

  @ParameterizedTest
  @MethodSource("endless")
  void handleStops(Endless endless) throws InterruptedException {
    Instance instance = Guest.instantiate(WHOLE);
    CancelHandle handle = CancelHandle.create();
    instance.execution().setCancelHandle(handle);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread thread = new Thread(() -> thrown.set(catchThrowable(() -> endless.run(instance))));
    thread.start();
    Thread.sleep(30);
    handle.cancel();
    thread.join(PATIENCE_MILLIS);

    assertThat(thrown.get()).hasMessageStartingWith("interrupt (cancelled)");
    assertThat(((Trap) thrown.get()).kind()).isEqualTo(TrapKind.INTERRUPTED);
  }

  @ParameterizedTest
  @MethodSource("endless")
  void deadlineStops(Endless endless) {
    for (GeneratedClasses classes : List.of(WHOLE, SPLIT)) {
      Instance instance = Guest.instantiate(classes);
      Execution execution = instance.execution();
      try (Deadline deadline = execution.deadline(Duration.ofMillis(50))) {
        assertThatThrownBy(() -> endless.run(instance))
            .isInstanceOf(Trap.class)
            .hasMessageStartingWith("interrupt (deadline of 50 ms passed)");
      }
      assertThat(Guest.call(instance, "fib", 15)).containsExactly(610);
    }
  }

  @Test
  void handleStopsSeveralInstancesUntilTheyGetAnother() {
    CancelHandle handle = CancelHandle.after(Duration.ofMillis(5));
    for (int i = 0; i < 3; i++) {
      Instance instance = Guest.instantiate(WHOLE);
      instance.execution().setCancelHandle(handle);
      assertThatThrownBy(() -> Guest.call(instance, "forever"))
          .hasMessageStartingWith("interrupt (deadline of 5 ms passed)");
      instance.execution().setCancelHandle(null);
      assertThat(Guest.call(instance, "nested", 1000)).hasSize(1);
    }
    assertThat(handle.isCancelled()).isTrue();
  }

  @Test
  void innerDeadlineDoesNotExtendTheOuterOne() {
    Instance instance = Guest.instantiate(WHOLE);
    try (Deadline outer = instance.execution().deadline(Duration.ofMillis(20));
        Deadline inner = instance.execution().deadline(Duration.ofDays(1_000_000))) {
      assertThatThrownBy(() -> Guest.call(instance, "forever"))
          .hasMessageStartingWith("interrupt (deadline of 20 ms passed)");
    }
  }

  @Test
  void trapOfANestedCallPassesThroughTheHost() {
    AtomicReference<Instance> guest = new AtomicReference<>();
    Instance instance =
        Guest.instantiate(WHOLE, arguments -> Guest.call(guest.get(), "forever", new Object[0]));
    guest.set(instance);
    try (Deadline deadline = instance.execution().deadline(Duration.ofMillis(20))) {
      assertThatThrownBy(() -> Guest.call(instance, "callHost", 1))
          .isInstanceOf(Trap.class)
          .hasMessageStartingWith("interrupt (deadline of 20 ms passed)");
    }
  }

  @Test
  void loopsDoTheSameAsWithoutTheOption() {
    Instance plain = Guest.instantiate(Guest.translate("limits", o -> {}));
    for (GeneratedClasses classes : List.of(WHOLE, SPLIT)) {
      Instance stoppable = Guest.instantiate(classes);
      for (FuelTest.Use use : FuelTest.uses()) {
        Object[] found = Guest.call(stoppable, use.function(), use.argument());
        assertThat(found).isEqualTo(Guest.call(plain, use.function(), use.argument()));
      }
      for (int limit : List.of(4, 16_380, 16_384, 16_388, 1 << 20, -4, 0)) {
        assertThat(Guest.call(stoppable, "counted", limit))
            .as("limit %d", limit)
            .isEqualTo(Guest.call(plain, "counted", limit));
      }
    }
  }

  @Test
  void withoutTheOptionItSaysWhichIsMissing() {
    Execution execution = Guest.instantiate(Guest.translate("limits", o -> {})).execution();

    assertThatThrownBy(() -> execution.deadline(Duration.ofMillis(1)))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("interruptible(true) or --interruptible");
    assertThatThrownBy(() -> execution.setCancelHandle(CancelHandle.create()))
        .hasMessageContaining("--interruptible");
  }

  @Test
  void deadlinesMayBeClosedInAnyOrder() {
    Instance instance = Guest.instantiate(Guest.translate("limits", o -> o.interruptible(true)));
    Deadline first = instance.execution().deadline(Duration.ofMinutes(1));
    Deadline second = instance.execution().deadline(Duration.ofMillis(5));
    first.close();
    assertThatThrownBy(() -> Guest.call(instance, "forever"))
        .hasMessageStartingWith("interrupt (deadline of 5 ms passed)");
    second.close();
    try (Deadline none = instance.execution().deadline(Duration.ofMinutes(1))) {
      assertThat(none).isNotNull();
    }
    CancelHandle past = CancelHandle.after(Duration.ZERO);
    instance.execution().setCancelHandle(past);
    assertThatThrownBy(() -> Guest.call(instance, "forever")).isInstanceOf(Trap.class);
  }
}
