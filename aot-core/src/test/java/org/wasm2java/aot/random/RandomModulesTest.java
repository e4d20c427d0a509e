package org.wasm2java.aot.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wasm2java.aot.GeneratedClasses;
import org.wasm2java.aot.GeneratedCode;
import org.wasm2java.aot.SmallestLayout;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.aot.Translator;
import org.wasm2java.aot.ir.AllPhases;
import org.wasm2java.aot.ir.Instrumentation;
import org.wasm2java.aot.random.RandomModule.Kind;
import org.wasm2java.aot.random.RandomRun.Call;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.Store;

/**
 * Random modules do the same however finely their functions are cut into methods. {@code
 * -Drandom.modules=5000 -Drandom.seed=1000} runs others than the build does.
 */
class RandomModulesTest {
  private static final int MODULES = Integer.getInteger("random.modules", 100);
  private static final int VECTOR_MODULES = (MODULES + 7) / 8;
  private static final long FIRST_SEED = Long.getLong("random.seed", 0);
  private static final int[] SMALL_METHODS = {100, 200};
  private static final int[] MIXED_METHODS = {100, 200, 300};

  /** A call of WebAssembly takes many Java calls where methods are small. */
  private static final long STACK_BYTES = 256L << 20;

  static LongStream seeds() {
    return LongStream.range(FIRST_SEED, FIRST_SEED + MODULES);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void smallMethodsDoTheSameAsLargeOnes(long seed) {
    smallMethodsDoTheSame(new RandomModule(seed), seed);
  }

  private static void smallMethodsDoTheSame(RandomModule module, long seed) {
    AllPhases.verify(module.bytes());
    List<Call> calls = RandomRun.calls(module, seed);
    List<String> expected = run(module, calls, 7500);
    int small = SMALL_METHODS[(int) (seed % SMALL_METHODS.length)];
    assertThat(run(module, calls, small)).as("methods of %d bytes", small).isEqualTo(expected);
  }

  static LongStream vectorSeeds() {
    return LongStream.range(FIRST_SEED, FIRST_SEED + VECTOR_MODULES);
  }

  @ParameterizedTest
  @MethodSource("vectorSeeds")
  void vectorsInSmallMethodsAreTheSameAsInLargeOnes(long seed) {
    Kind kind = seed % 4 == 3 ? Kind.RELAXED : Kind.VECTORS;
    smallMethodsDoTheSame(new RandomModule(seed, kind), seed);
  }

  @ParameterizedTest
  @MethodSource("someSeeds")
  void exceptionsInSmallMethodsAreTheSameAsInLargeOnes(long seed) {
    smallMethodsDoTheSame(new RandomModule(seed, Kind.EXCEPTIONS), seed);
  }

  static LongStream mixedSeeds() {
    return LongStream.range(FIRST_SEED, FIRST_SEED + (MODULES + 4) / 5);
  }

  @ParameterizedTest
  @MethodSource("mixedSeeds")
  void mixedModulesDoTheSameHoweverFinelyTheyAreCut(long seed) {
    RandomModule module = new RandomModule(seed, Kind.MIXED);
    AllPhases.verify(module.bytes());
    List<Call> calls = RandomRun.calls(module, seed);
    List<String> expected = run(module, calls, 7500);
    int small = MIXED_METHODS[(int) (seed % MIXED_METHODS.length)];
    assertThat(run(module, calls, small)).as("methods of %d bytes", small).isEqualTo(expected);
    if (seed % 2 == 0) {
      Translator smallest = SmallestLayout.translator(options(small).build());
      assertThat(run(module, calls, smallest))
          .as("smallest classes and methods of %d bytes", small)
          .isEqualTo(expected);
    } else {
      assertThat(run(module, calls, new Translator(instrumented(small).build())))
          .as("watched methods of %d bytes", small)
          .isEqualTo(expected);
    }
  }

  static LongStream someSeeds() {
    return LongStream.range(FIRST_SEED, FIRST_SEED + (MODULES + 3) / 4);
  }

  @ParameterizedTest
  @MethodSource("someSeeds")
  void codeThatIsStoppedLimitedAndWatchedDoesTheSame(long seed) {
    RandomModule module = new RandomModule(seed);
    Instrumentation all = new Instrumentation(true, true, List.of("*"), true);
    AllPhases.verify(module.bytes(), all);
    List<Call> calls = RandomRun.calls(module, seed);
    AtomicReference<Instance> whole = new AtomicReference<>();
    AtomicReference<Instance> split = new AtomicReference<>();
    List<String> expected = run(module, calls, 7500);

    assertThat(run(module, calls, new Translator(instrumented(7500).build()), whole))
        .isEqualTo(expected);
    assertThat(run(module, calls, new Translator(instrumented(200).build()), split))
        .isEqualTo(expected);
    assertThat(split.get().execution().fuel()).isEqualTo(whole.get().execution().fuel());
  }

  @ParameterizedTest
  @MethodSource("someSeeds")
  void javaHasNoWarnings(long seed, @TempDir Path folder) throws IOException {
    byte[] module = new RandomModule(seed).bytes();
    TranslationOptions whole = TranslationOptions.builder("random.Whole").build();
    TranslationOptions split = instrumented(200).build();
    GeneratedCode.assertHasNoWarnings(
        new Translator(whole).translate(module).sources(), folder.resolve("whole"));
    GeneratedCode.assertHasNoWarnings(
        new Translator(split).translate(module).sources(), folder.resolve("split"));
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 3, 259}) // the last one has a field of what is null either way
  void javaOfMixedModulesHasNoWarnings(long seed, @TempDir Path folder) throws IOException {
    byte[] module = new RandomModule(seed, Kind.MIXED).bytes();
    TranslationOptions whole = TranslationOptions.builder("random.Whole").build();
    GeneratedCode.assertHasNoWarnings(
        new Translator(whole).translate(module).sources(), folder.resolve("whole"));
  }

  private static TranslationOptions.Builder instrumented(int methodLimit) {
    return TranslationOptions.builder("random.Module")
        .methodLimit(methodLimit)
        .interruptible(true)
        .fuel(true)
        .listen("*");
  }

  private static TranslationOptions.Builder options(int methodLimit) {
    return TranslationOptions.builder("random.Module").methodLimit(methodLimit);
  }

  private static List<String> run(RandomModule module, List<Call> calls, int methodLimit) {
    return run(module, calls, new Translator(options(methodLimit).build()));
  }

  private static List<String> run(RandomModule module, List<Call> calls, Translator translator) {
    return run(module, calls, translator, new AtomicReference<>());
  }

  private static List<String> run(
      RandomModule module,
      List<Call> calls,
      Translator translator,
      AtomicReference<Instance> last) {
    GeneratedClasses classes = GeneratedClasses.of(translator.compile(module.bytes()));
    Function<Store, Instance> instantiate =
        store -> {
          last.set(classes.instantiate(store));
          return last.get();
        };
    CompletableFuture<List<String>> lines = new CompletableFuture<>();
    Runnable run =
        () -> lines.completeAsync(() -> RandomRun.run(instantiate, module, calls), Runnable::run);
    new Thread(null, run, "random", STACK_BYTES).start();
    return lines.join();
  }
}
