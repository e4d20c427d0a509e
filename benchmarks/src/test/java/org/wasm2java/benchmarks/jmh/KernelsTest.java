package org.wasm2java.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Param;
import org.wasm2java.runtime.Store;

/** Every kernel computes what the Java beside it computes, and none is left out. */
class KernelsTest {
  private static final List<String> NOT_TIMED = List.of("memory", "init", "write", "mix", "check");

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
        .filter(name -> !NOT_TIMED.contains(name))
        .toList();
  }
}
