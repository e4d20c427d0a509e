package org.wasm2java.aot.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wasm2java.aot.GeneratedClasses;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.aot.Translator;
import org.wasm2java.aot.ir.AllPhases;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.JvmLimits;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.WasmFunction;
import org.wasm2java.runtime.host.HostFunction;
import org.wasm2java.runtime.type.FunctionType;

/**
 * What is counted to decide on the form of the Java code, from one side of each threshold to the
 * other: parameters, results, locals, labels, cases. Each in whole methods and in small ones.
 */
class CountThresholdTest {
  private static final int[] LIMITS = {7500, 200};

  /** Sections, calls and cases of a group, ways out: what the splitter counts. */
  private static final List<Integer> OF_THE_SPLITTER = List.of(12, 40, 150, 200);

  /** Four types in turn take three slots of parameters for two of them. */
  private static final int PARAMETERS = JvmLimits.FUNCTION_PARAMETER_SLOTS * 2 / 3;

  private static IntStream around(int threshold) {
    return IntStream.rangeClosed(threshold - 1, threshold + 1);
  }

  static IntStream parameters() {
    int handle = JvmLimits.HANDLE_PARAMETER_SLOTS * 2 / 3;
    return IntStream.rangeClosed(handle - 1, PARAMETERS + 1);
  }

  static IntStream results() {
    return around(JvmLimits.RECORD_COMPONENTS);
  }

  static IntStream locals() {
    return IntStream.concat(around(JvmLimits.PART_PARAMETERS), around(256));
  }

  static IntStream cases() {
    return OF_THE_SPLITTER.stream().flatMapToInt(CountThresholdTest::around);
  }

  static IntStream entries() {
    return around(Expr.Lookup.LEAST);
  }

  private static GeneratedClasses compile(byte[] wasm, int limit) {
    TranslationOptions options =
        TranslationOptions.builder("count.Module").methodLimit(limit).build();
    return GeneratedClasses.of(new Translator(options).compile(wasm));
  }

  private static void assertRuns(byte[] wasm, int[] arguments, IntFunction<Object> expected) {
    AllPhases.verify(wasm);
    for (int limit : LIMITS) {
      WasmFunction run = compile(wasm, limit).instantiate(new Store()).exportedFunction("run");
      for (int x : arguments) {
        assertThat(run.call(x))
            .as("run(%d), limit %d", x, limit)
            .containsExactly(expected.apply(x));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void parametersAndAnArrayForTheOthers(int count) {
    byte[] wasm = LargeModules.parameters(count);
    AllPhases.verify(wasm);
    assertCallersAgree(wasm, count);
  }

  /** One statement that calls a function must fit a method, whatever its arguments are. */
  @ParameterizedTest
  @ValueSource(ints = {40, 90})
  void argumentsThatAreLargeThemselves(int nodes) {
    int count = PARAMETERS - 1;
    byte[] wasm = LargeModules.parameters(count, nodes);
    AllPhases.verify(wasm);
    long expected = ScaleTest.weigh(ScaleTest.values(count, 5));
    Instance instance = ScaleTest.load(wasm).instantiate(store(count));
    assertThat(instance.export("direct").call(5)).containsExactly(expected);
    assertThat(instance.export("indirect").call(5)).containsExactly(expected);
  }

  private static Store store(int count) {
    FunctionType type = FunctionType.of(ScaleTest.types(count), "i64");
    return new Store()
        .define(
            "env", "weigh", HostFunction.boxed(type, args -> new Object[] {ScaleTest.weigh(args)}));
  }

  private static void assertCallersAgree(byte[] wasm, int count) {
    long expected = ScaleTest.weigh(ScaleTest.values(count, 5));
    for (int limit : LIMITS) {
      Instance instance = compile(wasm, limit).instantiate(store(count));
      for (String caller : List.of("direct", "indirect", "host", "indirectHost")) {
        assertThat(instance.export(caller).call(5)).as(caller).containsExactly(expected);
      }
      assertThat(instance.export("weigh").call(ScaleTest.values(count, 5)))
          .containsExactly(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("results")
  void resultsOneByOneOrInAnArray(int count) {
    byte[] wasm = LargeModules.results(count);
    AllPhases.verify(wasm);
    FunctionType type = FunctionType.of("i32", ScaleTest.types(count));
    long expected = 5L * count + (long) count * (count - 1) / 2;
    for (int limit : LIMITS) {
      Store store = new Store();
      store.define(
          "env", "many", HostFunction.boxed(type, args -> ScaleTest.values(count, (int) args[0])));
      Instance instance = compile(wasm, limit).instantiate(store);
      for (String caller : List.of("direct", "indirect", "host", "indirectHost")) {
        assertThat(instance.export(caller).call(5)).as(caller).containsExactly(expected);
      }
      assertThat(instance.export("many").call(5)).containsExactly(ScaleTest.values(count, 5));
    }
  }

  @ParameterizedTest
  @MethodSource("locals")
  void localsThatAreLiveTogether(int count) {
    long sum = 3L * count + (long) count * (count - 1) / 2;
    assertRuns(LargeModules.locals(count), new int[] {3}, x -> sum);
  }

  @ParameterizedTest
  @MethodSource("entries")
  void entriesOfABranchTable(int entries) {
    int[] arguments = {0, 1, entries - 1, entries, -1, Integer.MIN_VALUE};
    assertRuns(
        LargeModules.branchTable(entries, 7),
        arguments,
        x -> x >= 0 && x < entries ? 1000 + x % 7 : 0);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void casesOfASwitch(int labels) {
    int[] arguments = {0, 1, labels - 1, labels, -1};
    assertRuns(
        LargeModules.branchTable(labels, labels),
        arguments,
        x -> x >= 0 && x < labels ? 1000 + x : 0);
    assertRuns(LargeModules.fallThrough(labels), arguments, x -> fallThrough(labels, x));
  }

  private static int fallThrough(int labels, int x) {
    int value = 0;
    for (int i = x; i < labels && x >= 0; i++) {
      value = value * 31 + i;
    }
    return value;
  }

  /** Tables of bytes are fields of a class, up to a thousand, and then strings. */
  @ParameterizedTest
  @ValueSource(ints = {999, 1001, 2500})
  void tablesOfBytes(int count) {
    assertRuns(LargeModules.swizzles(count), new int[] {0, 3, 15, 16, 255}, x -> looked(count, x));
  }

  private static int looked(int count, int x) {
    int sum = 0;
    for (int i = 0; i < count; i++) {
      sum = sum * 31 + (x < 16 ? LargeModules.vectorByte(i, x) : 0);
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void labelsThatAreOpen(int levels) {
    int[] arguments = {0, 1, 3, levels - 1, levels / 3 * 3, levels, -1};
    assertRuns(LargeModules.nested(levels), arguments, x -> LargeModules.nestedResult(levels, x));
  }
}
