package org.wasm2java.aot.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wasm2java.aot.GeneratedClasses;
import org.wasm2java.aot.SmallestLayout;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.runtime.Deadline;
import org.wasm2java.runtime.FunctionInfo;
import org.wasm2java.runtime.FunctionListener;
import org.wasm2java.runtime.Global;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.Table;
import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.TrapKind;
import org.wasm2java.runtime.WasmException;
import org.wasm2java.runtime.WasmFunction;
import org.wasm2java.runtime.frame.WasmFrame;
import org.wasm2java.runtime.host.BoxedBody;
import org.wasm2java.runtime.host.HostFunction;
import org.wasm2java.runtime.type.FunctionType;

/** Tail calls take no stack, whoever makes them, and change nothing else. */
class TailCallsTest {
  private static final int DEEP = 1_000_000;

  /** Two modules that call each other, translated in one way. */
  record Pair(String name, GeneratedClasses first, GeneratedClasses second) {
    static Pair of(String name, Consumer<TranslationOptions.Builder> choice) {
      return new Pair(
          name,
          Guest.translate("tail-calls", "tail." + name + ".First", choice),
          Guest.translate("tail-partner", "tail." + name + ".Second", choice));
    }

    static Pair large() {
      return new Pair("large", large("tail-calls", "First"), large("tail-partner", "Second"));
    }

    static GeneratedClasses large(String name, String className) {
      TranslationOptions options = TranslationOptions.builder("tail.large." + className).build();
      return GeneratedClasses.of(SmallestLayout.translator(options).compile(Guest.bytes(name)));
    }

    Instance instantiate(BoxedBody host) {
      Store store =
          new Store()
              .define("env", "host", HostFunction.boxed(FunctionType.of("i32", "i32"), host));
      Instance instance = first.instantiate(store);
      store.register("first", instance);
      store.register("second", second.instantiate(store));
      return instance;
    }

    Instance instantiate() {
      return instantiate(arguments -> arguments);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final Pair PLAIN = Pair.of("plain", options -> {});
  private static final Pair LISTENED = Pair.of("listened", options -> options.listen("*"));
  private static final Pair LIMITED =
      Pair.of("limited", options -> options.fuel(true).interruptible(true));

  private static final List<Pair> ALL =
      List.of(
          PLAIN,
          LISTENED,
          LIMITED,
          Pair.of("split", options -> options.methodLimit(100)),
          Pair.large());

  static List<Pair> pairs() {
    return ALL;
  }

  private static Object[] call(Instance instance, String name, Object... arguments) {
    return Guest.call(instance, name, arguments);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void takeNoStack(Pair pair) {
    Instance instance = pair.instantiate();

    assertThat(call(instance, "even", DEEP)).containsExactly(1);
    assertThat(call(instance, "odd", DEEP)).containsExactly(0);
    assertThat(call(instance, "loop", DEEP, 0L)).containsExactly(500_000_500_000L);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void takeNoStackBetweenModules(Pair pair) {
    Instance instance = pair.instantiate();

    assertThat(call(instance, "ping", DEEP, 0L)).containsExactly((long) DEEP);
    assertThat(call(instance, "ping", DEEP + 1, 0L)).containsExactly(-(long) (DEEP + 1));
    assertThat(call(instance, "pingMixed", "kept", DEEP, 1.0)).containsExactly(500_001.0, "kept");
    call(instance, "pingNothing", DEEP);
    assertThat(((Global) instance.export("count")).get()).isEqualTo(DEEP / 2 + 1);
  }

  @Test
  void takeNoStackWhereTheOtherModuleIsCalledFirst() {
    for (Pair pair : ALL) {
      Store store =
          new Store()
              .define("env", "host", HostFunction.boxed(FunctionType.of("i32", "i32"), a -> a));
      store.register("first", pair.first().instantiate(store));
      Instance second = pair.second().instantiate(store);

      assertThat(call(second, "pong", DEEP, 0L)).containsExactly(-(long) DEEP);
      assertThat(call(second, "again", DEEP, 0L)).containsExactly((long) DEEP);
      assertThat(call(second, "pongMixed", null, DEEP, 0.0)).containsExactly(-500_000.0, null);
      call(second, "pongNothing", DEEP);
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void callHostFunctionsWithTheirArguments(Pair pair) {
    AtomicReference<Instance> guest = new AtomicReference<>();
    List<Object> told = new ArrayList<>();
    Instance instance =
        pair.instantiate(
            arguments -> {
              told.add(arguments[0]);
              // What runs in between makes tail calls of its own.
              Object[] odd = call(guest.get(), "odd", arguments[0]);
              call(guest.get(), "ping", 10, 3L);
              return odd;
            });
    guest.set(instance);

    assertThat(call(instance, "toHost", 4)).containsExactly(1);
    assertThat(call(instance, "around", 4)).containsExactly(11);
    assertThat(told).containsExactly(5, 4, 5);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void trapsShowTheCalleeAlone(Pair pair) {
    Instance instance = pair.instantiate();
    for (int depth : new int[] {0, 5, DEEP}) {
      Trap trap = catchThrowableOfType(Trap.class, () -> call(instance, "caller", depth));

      assertThat(trap.kind()).isEqualTo(TrapKind.UNREACHABLE);
      assertThat(trap.frames()).extracting(WasmFrame::name).containsExactly("fail", "");
      assertThat(trap.frames().get(1).exportName()).isEqualTo("caller");
      assertThat(call(instance, "even", 3)).containsExactly(0);
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void calleesThatAreMissingTrapInTheCaller(Pair pair) {
    Instance instance = pair.instantiate();

    assertThat(missing(instance, 8).kind()).isEqualTo(TrapKind.UNDEFINED_ELEMENT);
    assertThat(missing(instance, 7).kind()).isEqualTo(TrapKind.INDIRECT_CALL_TYPE_MISMATCH);
    assertThat(missing(instance, 7).frames().get(0).exportName()).isEqualTo("missing");
    assertThat(call(instance, "missing", 0)).containsExactly(-3L);
  }

  private static Trap missing(Instance instance, int index) {
    return catchThrowableOfType(Trap.class, () -> call(instance, "missing", index));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void instanceSurvivesAnExhaustedStack(Pair pair) {
    Instance instance = pair.instantiate();
    for (int i = 0; i < 5; i++) {
      Trap trap = catchThrowableOfType(Trap.class, () -> call(instance, "recurse", 0, 0L));

      assertThat(trap.kind()).isEqualTo(TrapKind.CALL_STACK_EXHAUSTED);
      assertThat(call(instance, "even", 2)).containsExactly(1);
      assertThat(call(instance, "ping", 4, 0L)).containsExactly(4L);
    }
  }

  @Test
  void useFuelAsOtherCallsDo() {
    Instance instance = LIMITED.instantiate();
    instance.execution().setFuel(1_000_000);
    call(instance, "even", 10);
    long once = 1_000_000 - instance.execution().fuel();
    call(instance, "even", 20);
    long twice = 1_000_000 - once - instance.execution().fuel();

    assertThat(once).isEqualTo(11 * 9);
    assertThat(twice).isEqualTo(21 * 9);
  }

  @Test
  void endlessOnesRunOutOfFuelAndAreStopped() {
    for (String name : List.of("forever", "spin")) {
      Instance instance = LIMITED.instantiate();
      instance.execution().setFuel(1_000_000);
      Trap trap = catchThrowableOfType(Trap.class, () -> call(instance, name, 1));
      assertThat(trap.kind()).isEqualTo(TrapKind.OUT_OF_FUEL);

      instance.execution().setFuel(Long.MAX_VALUE);
      try (Deadline deadline = instance.execution().deadline(Duration.ofMillis(50))) {
        Trap stopped = catchThrowableOfType(Trap.class, () -> call(instance, name, 1));
        assertThat(stopped.kind()).isEqualTo(TrapKind.INTERRUPTED);
      }
      assertThat(call(instance, "even", 2)).containsExactly(1);
    }
  }

  @Test
  void listenersAreToldThatACallTakesThePlaceOfItsCaller() {
    Instance instance = LISTENED.instantiate();
    List<String> told = new ArrayList<>();
    instance
        .execution()
        .setListener(
            new FunctionListener() {
              @Override
              public void before(Instance of, FunctionInfo function, Object[] arguments) {
                told.add("before " + function.name() + Arrays.toString(arguments));
              }

              @Override
              public void after(Instance of, FunctionInfo function, Object[] results) {
                told.add("after " + function.name() + Arrays.toString(results));
              }

              @Override
              public void tailCall(Instance of, FunctionInfo function) {
                told.add("tail " + function.name());
                // What a listener calls makes tail calls, too.
                instance.execution().setListener(null);
                call(instance, "even", 3);
                call(instance, "ping", 3, 0L);
                instance.execution().setListener(this);
              }

              @Override
              public void abort(Instance of, FunctionInfo function, Throwable thrown) {
                told.add("abort " + function.name());
              }
            });

    assertThat(call(instance, "even", 1)).containsExactly(0);
    assertThat(call(instance, "loop", 1, 5L)).containsExactly(6L);
    catchThrowableOfType(Trap.class, () -> call(instance, "missing", 8));
    assertThat(told)
        .containsExactly(
            "before even[1]",
            "tail even",
            "before odd[0]",
            "after odd[0]",
            "before loop[1, 5]",
            "tail loop",
            "before loop[0, 6]",
            "after loop[6]",
            "before missing[8]",
            "abort missing");
  }

  @Test
  void functionsAsValuesGoOnAsExportsDo() {
    Instance instance = PLAIN.instantiate();
    WasmFunction ping = (WasmFunction) ((Table) instance.export("table")).get(0);

    assertThat(ping.call(DEEP, 0L)).containsExactly((long) DEEP);
    assertThat(instance.copy().exportedFunction("even").call(DEEP)).containsExactly(1);
  }

  @Test
  void handlersAroundATailCallSeeNothingOfTheCallee() {
    for (int limit : new int[] {0, 100}) {
      GeneratedClasses classes =
          Guest.translate(
              "tail-try",
              "tail.Try" + limit,
              options -> {
                if (limit > 0) {
                  options.methodLimit(limit);
                }
              });
      Instance instance = classes.instantiate(new Store());

      assertThat(call(instance, "caught", 4)).containsExactly(5);
      assertThat(call(instance, "again", DEEP)).containsExactly(5);
      assertThat(catchThrowable(() -> call(instance, "leaves", 4)))
          .isInstanceOf(WasmException.class);
    }
  }
}
