package org.wasm2java.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.annotations.Param;
import org.wasm2java.runtime.Store;

/** Every kernel computes what the Java beside it computes, and none is left out. */
class KernelsTest {
  static Stream<String> memory() {
    return parameters(MemoryBenchmark.class);
  }

  static Stream<String> numerics() {
    return parameters(NumericsBenchmark.class);
  }

  static Stream<String> calls() {
    return parameters(CallsBenchmark.class);
  }

  static Stream<String> indirectCalls() {
    return parameters(IndirectCallsBenchmark.class);
  }

  static Stream<String> simd() {
    return parameters(SimdBenchmark.class);
  }

  private static Stream<String> parameters(Class<?> benchmark) {
    try {
      return Arrays.stream(benchmark.getField("kernel").getAnnotation(Param.class).value());
    } catch (NoSuchFieldException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @MethodSource
  void memory(String kernel) {
    MemoryBenchmark benchmark = new MemoryBenchmark();
    benchmark.kernel = kernel;
    benchmark.prepare();
    assertThat(benchmark.wasm()).isEqualTo(benchmark.java());
  }

  @ParameterizedTest
  @MethodSource
  void numerics(String kernel) {
    NumericsBenchmark benchmark = new NumericsBenchmark();
    benchmark.kernel = kernel;
    benchmark.prepare();
    assertThat(benchmark.wasm()).isEqualTo(benchmark.java());
  }

  @ParameterizedTest
  @MethodSource
  void calls(String kernel) {
    CallsBenchmark benchmark = new CallsBenchmark();
    benchmark.kernel = kernel;
    benchmark.prepare();
    assertThat(benchmark.wasm()).isEqualTo(benchmark.java());
  }

  @ParameterizedTest
  @MethodSource
  void indirectCalls(String kernel) {
    IndirectCallsBenchmark benchmark = new IndirectCallsBenchmark();
    benchmark.kernel = kernel;
    benchmark.prepare();
    assertThat(benchmark.wasm()).isEqualTo(benchmark.java());
  }

  @ParameterizedTest
  @MethodSource
  void simd(String kernel) {
    SimdBenchmark benchmark = new SimdBenchmark();
    benchmark.kernel = kernel;
    assertThat(benchmark.result("simd")).isEqualTo(benchmark.result("scalar"));
  }

  /** V8 gives the same results. */
  @ParameterizedTest
  @CsvSource({
    "trees, 187868",
    "splay, -1414823672",
    "richards, 999789820",
    "shapesVirtual, 1595314",
    "shapesOne, 1024000",
    "shapesCasts, 1595314",
    "listsSum, 134209536",
    "listsFunctions, -491732992",
    "stringsWide, -143079958",
    "stringsNarrow, -143079958",
    "tailsIndirect, 343419041",
    "tailsReference, 343419041",
    "tailsEvenOdd, 1",
    "tailsSelf, 1614798848",
    "tailsStates, 501508939",
    "tailsContinuations, 802656256",
    "referencesOne, 16384",
    "referencesTwo, -1829098096",
    "referencesThree, 1461995325",
    "referencesEight, -2040593390",
    "referencesEightRandom, -1867770070",
    "referencesGlobal, 16384",
    "guardedFib, 4880",
    "guardedAckermann, 688",
    "guardedTak, 80",
    "guardedHanoi, 32736",
    "guardedLeaves, -737099360",
    "guardedChain, 1076186976",
    "guardedIsOdd, 128",
    "guardedDigits, 1202081792"
  })
  void moduleKernels(String kernel, int result) {
    assertThat(result(kernel)).isEqualTo(result);
  }

  @ParameterizedTest
  @ValueSource(strings = {"One", "Two", "Three", "Eight", "EightRandom"})
  void referencesAndTableLeadToTheSameFunctions(String order) {
    assertThat(result("referencesTable" + order)).isEqualTo(result("references" + order));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Fib", "Ackermann", "Tak", "Hanoi", "Leaves", "Chain", "IsOdd", "Digits"})
  void tryChangesNoResult(String kernel) {
    int expected = result("guarded" + kernel);
    assertThat(result("guarded" + kernel + "Tried")).isEqualTo(expected);
    assertThat(result("legacy" + kernel)).isEqualTo(expected);
    assertThat(result("legacy" + kernel + "Tried")).isEqualTo(expected);
  }

  private static int result(String kernel) {
    return ModuleBenchmark.kernel(kernel).applyAsInt(ModuleBenchmark.STEPS);
  }

  @Test
  void everyKernelOfModulesIsTimed() {
    Map<Class<?>, List<String>> modules =
        Map.of(
            GcBenchmark.class,
            List.of("trees", "splay", "richards", "shapes", "lists", "strings"),
            TailCallsBenchmark.class,
            List.of("tails"),
            ReferenceCallsBenchmark.class,
            List.of("references"),
            GuardedCallsBenchmark.class,
            List.of("guarded", "legacy"));
    modules.forEach(
        (benchmark, names) ->
            assertThat(names.stream().flatMap(name -> KernelWorker.kernels(name).stream()))
                .containsExactlyElementsOf(parameters(benchmark).toList()));
  }

  @Test
  void simdKernelsDoSomething() {
    List<Long> results =
        simd()
            .map(
                kernel -> {
                  SimdBenchmark benchmark = new SimdBenchmark();
                  benchmark.kernel = kernel;
                  return benchmark.result("scalar");
                })
            .toList();
    assertThat(results).doesNotHaveDuplicates().doesNotContain(0L);
  }

  @Test
  void everyExportIsTimed() {
    assertThat(timedExports("memory")).containsExactlyElementsOf(memory().toList());
    assertThat(timedExports("numerics")).containsExactlyElementsOf(numerics().toList());
    assertThat(timedExports("simd")).containsExactlyElementsOf(simd().toList());
    assertThat(timedExports("scalar")).containsExactlyElementsOf(simd().toList());
    assertThat(timedExports("indirect")).containsExactlyElementsOf(indirectCalls().toList());
  }

  private static List<String> timedExports(String module) {
    return KernelModule.load(module).instantiate(new Store()).exportNames().stream()
        .filter(name -> !KernelWorker.NOT_TIMED.contains(name))
        .toList();
  }
}
