package org.wasm2java.aot.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wasm2java.aot.GeneratedClasses;
import org.wasm2java.runtime.Execution;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.TrapKind;

/** What programs use of their fuel, counted by hand in {@code limits.wat}. */
class FuelTest {
  private static final GeneratedClasses WHOLE = Guest.translate("limits", o -> o.fuel(true));
  private static final GeneratedClasses SPLIT =
      Guest.translate("limits", o -> o.fuel(true).methodLimit(100));
  private static final GeneratedClasses BOTH =
      Guest.translate("limits", o -> o.fuel(true).interruptible(true));

  /** A call and what it uses. */
  record Use(String function, Object argument, long fuel) {}

  static List<Use> uses() {
    return List.of(
        new Use("straight", 1, 3),
        new Use("doWhile", 10, 1 + 10 * 6),
        new Use("whileTrue", 10, 11 * 8),
        new Use("counted", 40, 1 + 10 * 12),
        new Use("counted", 40_000, 1 + 10_000 * 12),
        new Use("states", 7, 1 + 8 * 30),
        new Use("nested", 5, 1 + 5 * 10 + 25 * 14),
        new Use("calling", 3, 1 + 3 * 19 + 3 * 3 + 3 + 1 + 3),
        new Use("floats", 9.0, 1 + 10 * 9),
        new Use("search", 5, 1 + 6 * 16),
        new Use("fib", 10, 177 * 14),
        new Use("callHost", 1, 2));
  }

  @ParameterizedTest
  @MethodSource("uses")
  void usesWhatItsStretchesCost(Use use) {
    for (GeneratedClasses classes : List.of(WHOLE, SPLIT, BOTH)) {
      Instance instance = Guest.instantiate(classes);
      instance.execution().setFuel(1_000_000);
      Guest.call(instance, use.function(), use.argument());
      assertThat(1_000_000 - instance.execution().fuel()).isEqualTo(use.fuel());
    }
  }

  @ParameterizedTest
  @MethodSource("uses")
  void runsWithJustEnoughAndTrapsWithOneLess(Use use) {
    for (GeneratedClasses classes : List.of(WHOLE, SPLIT, BOTH)) {
      Instance instance = Guest.instantiate(classes);
      Execution execution = instance.execution();
      execution.setFuel(use.fuel());
      Guest.call(instance, use.function(), use.argument());
      assertThat(execution.fuel()).isZero();

      execution.setFuel(use.fuel() - 1);
      Trap trap =
          catchThrowableOfType(
              Trap.class, () -> Guest.call(instance, use.function(), use.argument()));
      assertThat(trap.kind()).isEqualTo(TrapKind.OUT_OF_FUEL);
      assertThat(trap).hasMessageStartingWith("all fuel consumed");
      assertThat(execution.fuel()).isZero();
    }
  }

  @Test
  void endlessCodeOfEveryShapeRunsOut() {
    for (GeneratedClasses classes : List.of(WHOLE, SPLIT, BOTH)) {
      for (StopTest.Endless endless : StopTest.endless()) {
        Instance instance = Guest.instantiate(classes);
        instance.execution().setFuel(1_000_000);
        Trap trap = catchThrowableOfType(Trap.class, () -> endless.run(instance));
        assertThat(trap.kind()).as(endless.function()).isEqualTo(TrapKind.OUT_OF_FUEL);
      }
    }
  }

  @Test
  void instanceGoesOnWithMoreFuel() {
    Instance instance = Guest.instantiate(WHOLE);
    instance.execution().setFuel(2);
    assertThatThrownBy(() -> Guest.call(instance, "straight", 1)).isInstanceOf(Trap.class);

    instance.execution().addFuel(3);

    assertThat(Guest.call(instance, "straight", 1)).containsExactly(2);
  }

  @Test
  void startsWithMoreThanAnythingUses() {
    Execution execution = Guest.instantiate(WHOLE).execution();

    assertThat(execution.fuel()).isEqualTo(Long.MAX_VALUE);
    execution.addFuel(5);
    assertThat(execution.fuel()).isEqualTo(Long.MAX_VALUE);
    assertThatThrownBy(() -> execution.setFuel(-1)).hasMessageContaining("not negative: -1");
  }

  @Test
  void stackOverflowStaysATrapThatTheInstanceSurvives() {
    Instance instance = Guest.instantiate(BOTH);
    Trap trap = catchThrowableOfType(Trap.class, () -> Guest.call(instance, "deep", 1));

    assertThat(trap.kind()).isEqualTo(TrapKind.CALL_STACK_EXHAUSTED);
    assertThat(Guest.call(instance, "fib", 10)).containsExactly(55);
  }

  @Test
  void withoutTheOptionItSaysWhichIsMissing() {
    Execution execution = Guest.instantiate(Guest.translate("limits", o -> {})).execution();

    assertThatThrownBy(execution::fuel)
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("fuel(true) or --fuel");
    assertThatThrownBy(() -> execution.addFuel(1)).hasMessageContaining("--fuel");
  }
}
