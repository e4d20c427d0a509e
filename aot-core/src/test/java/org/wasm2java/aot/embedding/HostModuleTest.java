package org.wasm2java.aot.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.wasm2java.aot.embedding.Guests.CALLER;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wasm2java.runtime.Global;
import org.wasm2java.runtime.HostModule;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.InstanceConfig;
import org.wasm2java.runtime.Memory;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.Table;
import org.wasm2java.runtime.WasmFunction;
import org.wasm2java.runtime.host.HostCall;
import org.wasm2java.runtime.host.HostFunctionBody;
import org.wasm2java.runtime.host.HostModuleBuilder;
import org.wasm2java.runtime.type.FunctionType;
import org.wasm2java.runtime.type.ValueType;

/** Modules written in Java: every kind of function and of export, and what they know of callers. */
class HostModuleTest {
  private final List<Object> notes = new ArrayList<>();
  private final Memory memory = Memory.create(1, 4);
  private final Global counter = Global.create(ValueType.I32, true, 41);
  private HostFunctionBody noting = call -> notes.add(call.i32(0));
  private Store store;
  private Instance caller;

  @BeforeEach
  void instantiate() {
    store = new Store().add(env());
    caller = CALLER.instantiate(store.namespace(), InstanceConfig.named("caller"));
  }

  private HostModule env() {
    HostModuleBuilder env = HostModuleBuilder.named("env");
    Table table = Table.create(ValueType.FUNCREF, 2, -1);
    return env.function("mix", FunctionType.of("i32 i64 f32 f64", "f64"), HostModuleTest::mix)
        .parameterNames("a", "b", "c", "d")
        .resultNames("sum")
        .function("add", (int a, int b) -> a + b)
        .function("note", FunctionType.of("i32", ""), call -> noting.run(call))
        .function("now", () -> 5_000_000_000L)
        .function("pair", FunctionType.of("i32", "i32 i64"), HostModuleTest::pair)
        .function(
            "object",
            FunctionType.of("externref", "externref"),
            call -> call.resultReference(0, List.of(call.reference(0))))
        .function(
            "many",
            FunctionType.of("i32 i32 i32 i32 i32 i32 i32 i32 i32", "i32"),
            call -> call.returns(call.i32(0) * 10 + call.i32(8)))
        .function(
            "eight",
            FunctionType.of("i32 i32 i32 i32 i32 i32 i32 i64", "i64"),
            call -> call.returns(call.i64(7) + call.i32(6)))
        .memory("memory", memory)
        .table("table", table)
        .global("counter", counter)
        .build();
  }

  private static void mix(HostCall call) {
    call.returns(call.i32(0) + call.i64(1) + call.f32(2) + call.f64(3));
  }

  private static void pair(HostCall call) {
    call.result(0, call.i32(0) + 1);
    call.result(1, call.i32(0) + 2L);
  }

  @Test
  void functionsOfEveryShapeAreCalled() {
    assertThat(caller.export("mix").call(1, 20L, 300f, 4000d)).containsExactly(4321d);
    assertThat(caller.export("add").call(40, 2)).containsExactly(42);
    assertThat(caller.export("now").call()).containsExactly(5_000_000_000L);
    assertThat(caller.export("pair").call(7)).containsExactly(8, 9L);
    assertThat(caller.export("object").call("x")).containsExactly(List.of("x"));
    assertThat(caller.export("many").call(3)).containsExactly(38);
    assertThat(caller.export("eight").call(100L)).containsExactly(107L);
    caller.export("note").call(6);
    assertThat(notes).containsExactly(6);
  }

  @Test
  void memoriesTablesAndGlobalsAreShared() {
    assertThat(caller.export("count").call()).containsExactly(42);
    assertThat(counter.get()).isEqualTo(42);
    assertThat(caller.export("memory")).isSameAs(memory);
  }

  @Test
  void aFunctionKnowsItsCallerAndItsMemory() {
    noting =
        call -> {
          notes.add(call.instance());
          notes.add(call.memory().readCString(call.i32(0)));
        };
    memory.writeCString(100, "from the guest");
    caller.export("note").call(100);
    assertThat(notes).containsExactly(caller, "from the guest");
    Instance other = CALLER.instantiate(store);
    other.export("note").call(100);
    assertThat(notes).endsWith(other, "from the guest");
  }

  @Test
  void aFunctionThatJavaCallsHasNoCaller() {
    noting = call -> notes.add(call.instance());
    WasmFunction note = (WasmFunction) store.hostModule("env").export("note");
    assertThatThrownBy(() -> note.call(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("was not called by an instance that imports it");
  }

  @Test
  void aFunctionMayCallItselfThroughTheGuest() {
    noting =
        call -> {
          int depth = call.i32(0);
          if (depth > 0) {
            caller.export("note").call(depth - 1);
          }
          notes.add(call.i32(0));
        };
    caller.export("note").call(3);
    assertThat(notes).containsExactly(0, 1, 2, 3);
  }

  @Test
  void aHostFunctionIsCalledThroughATableAndReexported() {
    Table table = (Table) store.hostModule("env").export("table");
    table.set(0, store.hostModule("env").export("add"));
    assertThat(caller.export("through_table").call(20, 22)).containsExactly(42);
    table.set(0, caller.export("add"));
    assertThat(caller.export("through_table").call(1, 2)).containsExactly(3);
    assertThat(caller.export("imported").call(1, 2)).containsExactly(3);
  }

  static List<Throwable> thrownByHosts() {
    return List.of(
        new ArithmeticException("host"),
        new ArrayIndexOutOfBoundsException("host"),
        new StackOverflowError("host"),
        new NullPointerException("host"),
        new IOException("host"),
        new InterruptedException("host"));
  }

  @ParameterizedTest
  @MethodSource("thrownByHosts")
  void whatAFunctionThrowsPassesThroughUnchanged(Throwable thrown) {
    noting =
        call -> {
          HostModuleTest.<RuntimeException>raise(thrown);
        };
    assertThat(catchThrowable(() -> caller.export("note").call(1))).isSameAs(thrown);
    Global zero = Global.create(ValueType.I32, true, 0);
    Store dividing =
        new Store()
            .add(
                HostModuleBuilder.named("env")
                    .function("add", (int a, int b) -> HostModuleTest.<Error>raise(thrown))
                    .build());
    dividing.define("env", "counter", zero);
    InstanceConfig rest =
        InstanceConfig.builder()
            .resolver((module, field) -> field.equals("add") ? null : store.lookup(module, field))
            .build();
    Instance failing = CALLER.instantiate(dividing.namespace(), rest);
    assertThat(catchThrowable(() -> failing.export("add").call(1, 0))).isSameAs(thrown);
  }

  @SuppressWarnings("unchecked") // erased: a host may throw what it likes
  private static <E extends Throwable> int raise(Throwable thrown) throws E {
    throw (E) thrown;
  }

  @Test
  void anArithmeticExceptionOfALambdaIsNotATrap() {
    Store dividing =
        new Store()
            .add(HostModuleBuilder.named("host").function("add", (int a, int b) -> a / b).build());
    InstanceConfig config =
        InstanceConfig.builder()
            .define("env", "add", dividing.lookup("host", "add"))
            .resolver(store::lookup)
            .build();
    Instance instance = CALLER.instantiate(dividing.namespace(), config);
    assertThat(instance.export("add").call(84, 2)).containsExactly(42);
    assertThatThrownBy(() -> instance.export("add").call(1, 0))
        .isExactlyInstanceOf(ArithmeticException.class);
  }

  @Test
  void argumentsAndResultsAreUsedWithTheirTypes() {
    noting = call -> call.f64(0);
    assertThatThrownBy(() -> caller.export("note").call(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("argument 0 of a host function of type [i32] -> [] is of type i32, not f64");
    noting = call -> call.i32(1);
    assertThatThrownBy(() -> caller.export("note").call(1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void everyPrimitiveLambdaHasTheTypeItSays() {
    HostModule module =
        HostModuleBuilder.named("all")
            .function("run", () -> notes.add("run"))
            .function("i", () -> 1)
            .function("l", () -> 2L)
            .function("d", () -> 3d)
            .function("ai", (int a) -> notes.add(a))
            .function("al", (long a) -> notes.add(a))
            .function("ad", (double a) -> notes.add(a))
            .function("ii", (int a) -> a + 1)
            .function("il", (int a) -> a + 1L)
            .function("id", (int a) -> a + 1d)
            .function("li", (long a) -> (int) a)
            .function("ll", (long a) -> a + 1)
            .function("ld", (long a) -> a + 1d)
            .function("di", (double a) -> (int) a)
            .function("dl", (double a) -> (long) a)
            .function("dd", (double a) -> a + 1)
            .function("iii", (int a, int b) -> a - b)
            .function("lll", (long a, long b) -> a - b)
            .function("ddd", (double a, double b) -> a - b)
            .build();
    expect(module, "run", "[] -> []", List.of());
    expect(module, "i", "[] -> [i32]", List.of(1));
    expect(module, "l", "[] -> [i64]", List.of(2L));
    expect(module, "d", "[] -> [f64]", List.of(3d));
    expect(module, "ai", "[i32] -> []", List.of(), 1);
    expect(module, "al", "[i64] -> []", List.of(), 1L);
    expect(module, "ad", "[f64] -> []", List.of(), 1d);
    expect(module, "ii", "[i32] -> [i32]", List.of(6), 5);
    expect(module, "il", "[i32] -> [i64]", List.of(6L), 5);
    expect(module, "id", "[i32] -> [f64]", List.of(6d), 5);
    expect(module, "li", "[i64] -> [i32]", List.of(5), 5L);
    expect(module, "ll", "[i64] -> [i64]", List.of(6L), 5L);
    expect(module, "ld", "[i64] -> [f64]", List.of(6d), 5L);
    expect(module, "di", "[f64] -> [i32]", List.of(5), 5.5);
    expect(module, "dl", "[f64] -> [i64]", List.of(5L), 5.5);
    expect(module, "dd", "[f64] -> [f64]", List.of(6.5), 5.5);
    expect(module, "iii", "[i32 i32] -> [i32]", List.of(3), 5, 2);
    expect(module, "lll", "[i64 i64] -> [i64]", List.of(3L), 5L, 2L);
    expect(module, "ddd", "[f64 f64] -> [f64]", List.of(3d), 5d, 2d);
    assertThat(notes).containsExactly("run", 1, 1L, 1d);
  }

  private static void expect(
      HostModule module, String name, String type, List<Object> results, Object... arguments) {
    WasmFunction function = (WasmFunction) module.export(name);
    assertThat(function.type()).as(name).hasToString(type);
    assertThat(List.of(function.call(arguments))).as(name).isEqualTo(results);
  }

  @Test
  void aModuleShowsItsFunctionsWithNames() {
    assertThat(store.hostModule("env").toString())
        .startsWith("host module env\n  mix: func (a i32, b i64, c f32, d f64) -> (sum f64)\n")
        .contains("\n  add: func (i32, i32) -> (i32)\n", "\n  counter: global (mut i32)");
    assertThatThrownBy(() -> HostModuleBuilder.named("m").parameterNames("a"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () -> HostModuleBuilder.named("m").function("f", (int a) -> a).parameterNames("a", "b"))
        .hasMessage("a function of type [i32] -> [i32] has 1 parameters, not [a, b]");
    assertThatThrownBy(
            () -> HostModuleBuilder.named("m").function("f", (int a) -> a).function("f", () -> 1))
        .hasMessage("host module m exports \"f\" already");
  }
}
