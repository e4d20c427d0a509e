package org.wasm2java.aot.frames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wasm2java.aot.GeneratedClasses;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.Memory;
import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.TrapKind;
import org.wasm2java.runtime.frame.WasmFrame;

/** Each way to trap gives the offset of its instruction, in methods of any size. */
class OffsetsTest {
  private static final Guest GUEST = Guest.of("frames/guest");
  private static final Map<Integer, Instance> INSTANCES =
      Map.of(7500, instance(7500), 100, instance(100));

  private static final int FAR = 70_000;

  private static Instance instance(int methodLimit) {
    GeneratedClasses classes =
        GeneratedClasses.of(GUEST.compile("frames.Offsets" + methodLimit, methodLimit));
    return classes.instantiate(Guest.store(arguments -> arguments));
  }

  private static Arguments trap(
      String export, String instruction, TrapKind kind, Object... arguments) {
    return arguments(export, instruction, kind, arguments);
  }

  static Stream<Arguments> traps() {
    TrapKind memory = TrapKind.OUT_OF_BOUNDS_MEMORY_ACCESS;
    TrapKind table = TrapKind.OUT_OF_BOUNDS_TABLE_ACCESS;
    TrapKind zero = TrapKind.INTEGER_DIVIDE_BY_ZERO;
    return Stream.of(
        trap("div_s", "i32.div_s", zero, 1, 0),
        trap("div_s", "i32.div_s", TrapKind.INTEGER_OVERFLOW, Integer.MIN_VALUE, -1),
        trap("rem_s", "i64.rem_s", zero, 1L, 0L),
        trap("rem_u", "i64.rem_u", zero, 1L, 0L),
        trap("truncate", "i32.trunc_f64_s", TrapKind.INTEGER_OVERFLOW, 1e10),
        trap("truncate", "i32.trunc_f64_s", TrapKind.INVALID_CONVERSION_TO_INTEGER, Double.NaN),
        trap("unreachable", "unreachable 1", TrapKind.UNREACHABLE, 1),
        trap("unreachable", "unreachable 2", TrapKind.UNREACHABLE, 0),
        trap("load8", "i32.load8_u", memory, 65533),
        trap("load8", "i32.load8_u", memory, -1),
        trap("load64", "i64.load", memory, 65526),
        trap("store8", "i32.store8", memory, 65536),
        trap("store32", "i32.store", memory, -8),
        trap("indirect", "call_indirect", TrapKind.UNDEFINED_ELEMENT, 4),
        trap("indirect", "call_indirect", TrapKind.UNINITIALIZED_ELEMENT, 3),
        trap("indirect", "call_indirect", TrapKind.INDIRECT_CALL_TYPE_MISMATCH, 1),
        trap("copy", "memory.copy", memory, 65530),
        trap("fill", "memory.fill", memory, 65530),
        trap("init", "memory.init", memory, 65533),
        trap("table_get", "table.get", table, 4),
        trap("table_set", "table.set", table, 4),
        trap("table_init", "table.init", table, 4),
        trap("table_copy", "table.copy", table, 3),
        trap("table_fill", "table.fill", table, 3),
        trap("loads", "i32.load 1", memory, FAR, 0, 0, 1),
        trap("loads", "i32.load 2", memory, 0, FAR, 0, 1),
        trap("loads", "i32.load 3", memory, 0, 4, 0, 1),
        trap("loads", "i32.load 4", memory, 0, 0, FAR, 1),
        trap("loads", "i32.rem_s", zero, 0, 0, 0, 0),
        trap("loads", "i32.store", memory, 4, 0, 0, 1),
        trap("divisions", "i32.rem_s 1", zero, 0, 1),
        trap("divisions", "i32.rem_s 2", zero, 1, 0),
        trap("bytes", "i32.load8_u 1", memory, FAR, 0),
        trap("bytes", "i32.load8_u 2", memory, 0, FAR),
        trap("long", "i32.rem_s", zero, 4, 0),
        trap("long", "i32.load 7", memory, 3, FAR),
        trap("long", "i32.div_s", zero, 0, 0));
  }

  @ParameterizedTest
  @MethodSource("traps")
  void trapIsAtItsInstruction(
      String export, String instruction, TrapKind kind, Object... arguments) {
    int function = GUEST.function(export);
    INSTANCES.forEach(
        (methodLimit, instance) -> {
          ((Memory) instance.export("memory")).write(4, new byte[] {-1, -1, -1, -1});
          Trap trap = Guest.trap(instance, export, arguments);
          assertThat(trap.kind()).isEqualTo(kind);
          assertThat(trap.frames()).hasSize(1);
          WasmFrame frame = trap.frames().get(0);
          assertThat(frame.functionIndex()).isEqualTo(function);
          assertThat(frame.exportName()).isEqualTo(export);
          assertThat(frame.offset()).isEqualTo(GUEST.offset(function, instruction));
        });
  }

  @ParameterizedTest
  @MethodSource("methodLimits")
  void recursionHasAFrameForEachActivation(int methodLimit) {
    Trap trap = Guest.trap(INSTANCES.get(methodLimit), "down", 3);
    int down = GUEST.function("down");
    long call = GUEST.offset(down, "call");
    assertThat(trap.frames())
        .extracting(WasmFrame::offset)
        .containsExactly(GUEST.offset(down, "i32.div_u"), call, call, call);
  }

  @ParameterizedTest
  @MethodSource("methodLimits")
  void partsOfAFunctionAreOneFrame(int methodLimit) {
    Trap trap = Guest.trap(INSTANCES.get(methodLimit), "long", 2, 5);
    int function = GUEST.function("long");
    assertThat(trap.frames())
        .extracting(WasmFrame::offset)
        .containsExactly(GUEST.offset(function, "i32.rem_s"), GUEST.offset(function, "call"));
  }

  @ParameterizedTest
  @MethodSource("methodLimits")
  void callsOfOneFunctionInOneStatementAreToldApart(int methodLimit) {
    int calls = GUEST.function("calls");
    Instance instance = INSTANCES.get(methodLimit);
    assertThat(Guest.trap(instance, "calls", 0, 1).frames().get(1).offset())
        .isEqualTo(GUEST.offset(calls, "call 1"));
    assertThat(Guest.trap(instance, "calls", 1, 0).frames().get(1).offset())
        .isEqualTo(GUEST.offset(calls, "call 2"));
  }

  static Stream<Integer> methodLimits() {
    return INSTANCES.keySet().stream().sorted();
  }
}
