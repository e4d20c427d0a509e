package org.wasm2java.aot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.wasm2java.aot.build.JavacRunner;
import org.wasm2java.aot.build.RuntimeClasses;
import org.wasm2java.aot.decode.ModuleDecoder;
import org.wasm2java.aot.diagnostic.WasmModuleException;
import org.wasm2java.aot.lower.SupportCheck;
import org.wasm2java.aot.module.WasmModule;
import org.wasm2java.aot.split.ClassPartitioner;
import org.wasm2java.aot.split.JavaPlan;
import org.wasm2java.aot.split.MethodLimit;
import org.wasm2java.aot.split.MethodLimits;
import org.wasm2java.aot.validate.ModuleValidator;
import org.wasm2java.aot.validate.ValidModule;

/**
 * Translates WebAssembly modules to Java: the one class that knows all phases, in their order.
 * Thread-safe; the same module and options give the same sources.
 *
 * <pre>{@code
 * Translator translator = new Translator(TranslationOptions.builder("com.acme.Sha256").build());
 * Translation translation = translator.translate(Files.readAllBytes(Path.of("sha256.wasm")));
 * }</pre>
 */
public final class Translator {
  /** Cutting finer reaches the limit in one or two; what does not is out of reach. */
  private static final int ATTEMPTS = 5;

  private final TranslationOptions options;

  /** A translator with these options. */
  public Translator(TranslationOptions options) {
    this.options = options;
  }

  /**
   * Decodes, validates and describes a module.
   *
   * @throws WasmModuleException if it is malformed or invalid
   */
  public ModuleSummary inspect(byte[] wasm) {
    return new ModuleInspector(front(wasm, new ArrayList<>())).summary();
  }

  /**
   * Translates a module to Java sources and resources.
   *
   * @throws WasmModuleException if it is malformed, invalid, or uses what cannot be translated yet
   */
  public Translation translate(byte[] wasm) {
    List<PhaseTiming> timings = new ArrayList<>();
    return translate(
        front(wasm, timings), new MethodLimits(MethodLimit.of(options.methodLimit())), timings);
  }

  /**
   * Translates a module and compiles the sources.
   *
   * @throws WasmModuleException if it is malformed, invalid, or uses what cannot be translated yet
   */
  public CompiledModule compile(byte[] wasm) {
    List<PhaseTiming> timings = new ArrayList<>();
    ValidModule module = front(wasm, timings);
    JavacRunner javac = new JavacRunner(RuntimeClasses.classPath());
    MethodLimits limits = new MethodLimits(MethodLimit.of(options.methodLimit()));
    Translation translation = translate(module, limits, timings);
    SortedMap<String, byte[]> classes = javac(javac, translation.sources(), Map.of(), timings);
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      Set<Integer> large = MethodSizes.functionsBeyond(classes.values(), options.methodLimit());
      if (large.isEmpty()) {
        break;
      }
      limits = limits.finerFor(large);
      Translation finer = translate(module, limits, timings);
      SortedMap<String, String> changed = new TreeMap<>(finer.sources());
      changed.entrySet().removeAll(translation.sources().entrySet());
      translation = finer;
      if (!changed.isEmpty()) {
        classes = javac(javac, changed, classes, timings);
      }
    }
    return new CompiledModule(withTimings(translation, timings), classes);
  }

  private SortedMap<String, byte[]> javac(
      JavacRunner javac,
      Map<String, String> sources,
      Map<String, byte[]> known,
      List<PhaseTiming> timings) {
    return timed("javac", timings, () -> javac.compile(sources, known));
  }

  private ValidModule front(byte[] wasm, List<PhaseTiming> timings) {
    WasmModule module = timed("decode", timings, () -> ModuleDecoder.decode(wasm));
    return timed("validate", timings, () -> ModuleValidator.validate(module));
  }

  private Translation translate(
      ValidModule module, MethodLimits limits, List<PhaseTiming> timings) {
    SupportCheck.check(module);
    JavaPlan plan = ClassPartitioner.plan(module, options.className());
    SourceAssembly assembly = new SourceAssembly(plan, limits, options.progress());
    SortedMap<String, String> sources = timed("code", timings, assembly::sources);
    return new Translation(
        options.className(),
        sources,
        new TreeMap<>(assembly.resources()),
        assembly.isCommand(),
        timings);
  }

  private static Translation withTimings(Translation translation, List<PhaseTiming> timings) {
    return new Translation(
        translation.className(),
        translation.sources(),
        translation.resources(),
        translation.command(),
        timings);
  }

  private <T> T timed(String phase, List<PhaseTiming> timings, Supplier<T> work) {
    options.progress().progress(phase, 0, 1);
    long start = System.nanoTime();
    T result = work.get();
    timings.add(new PhaseTiming(phase, System.nanoTime() - start));
    options.progress().progress(phase, 1, 1);
    return result;
  }
}
