package org.wasm2java.aot;

import java.util.SortedMap;
import java.util.TreeMap;
import org.wasm2java.aot.build.JavacRunner;
import org.wasm2java.aot.decode.ModuleDecoder;
import org.wasm2java.aot.diagnostic.WasmModuleException;
import org.wasm2java.aot.module.WasmModule;
import org.wasm2java.aot.split.ClassPartitioner;
import org.wasm2java.aot.split.JavaPlan;
import org.wasm2java.aot.split.LayoutLimits;
import org.wasm2java.aot.split.method.MethodLimit;
import org.wasm2java.aot.split.method.MethodLimits;
import org.wasm2java.aot.support.SupportCheck;
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
  private final LayoutLimits layout;

  /** A translator with these options. */
  public Translator(TranslationOptions options) {
    this(options, LayoutLimits.STANDARD);
  }

  /** A translator that lays modules out by other limits than those of the JVM, for tests. */
  Translator(TranslationOptions options, LayoutLimits layout) {
    this.options = options;
    this.layout = layout;
  }

  /**
   * Decodes, validates and describes a module.
   *
   * @throws WasmModuleException if it is malformed or invalid
   */
  public ModuleSummary inspect(byte[] wasm) {
    return new ModuleInspector(front(wasm, new Timings(options))).summary();
  }

  /**
   * Translates a module to Java sources and resources.
   *
   * @throws WasmModuleException if it is malformed, invalid, or uses what cannot be translated yet
   */
  public Translation translate(byte[] wasm) {
    Timings timings = new Timings(options);
    Assembled assembled = translated(supported(wasm, timings), limits(), timings);
    return assembled.translation(timings, assembled.assembly().largeMethods(), "about ");
  }

  /**
   * Translates a module and compiles the sources.
   *
   * @throws WasmModuleException if it is malformed, invalid, or uses what cannot be translated yet
   * @throws NoCompilerException if this Java is a runtime without a compiler
   * @throws UncompilableCodeException if the compiler rejects the sources, which is a defect of
   *     this project
   */
  public CompiledModule compile(byte[] wasm) {
    if (!JavacRunner.isAvailable()) {
      throw new NoCompilerException();
    }
    Timings timings = new Timings(options);
    ValidModule module = supported(wasm, timings);
    Compilation javac = new Compilation(module, options.progress());
    MethodLimits limits = limits();
    Assembled assembled = translated(module, limits, timings);
    SortedMap<String, byte[]> classes = new TreeMap<>();
    SortedMap<String, String> changed = assembled.sources();
    for (int attempt = 1; ; attempt++) {
      classes.putAll(compile(javac, changed, assembled, classes, timings));
      SortedMap<Integer, Integer> large =
          MethodSizes.beyond(classes.values(), options.methodLimit());
      boolean done = large.isEmpty() || attempt == ATTEMPTS;
      Assembled finer =
          done ? assembled : translated(module, limits.finerFor(large.keySet()), timings);
      if (finer.sources().equals(assembled.sources())) {
        return new CompiledModule(assembled.translation(timings, large, ""), classes);
      }
      limits = limits.finerFor(large.keySet());
      changed = new TreeMap<>(finer.sources());
      changed.entrySet().removeAll(assembled.sources().entrySet());
      assembled = finer;
      classes.keySet().removeIf(path -> !finer.hasClass(path));
    }
  }

  private static SortedMap<String, byte[]> compile(
      Compilation javac,
      SortedMap<String, String> sources,
      Assembled assembled,
      SortedMap<String, byte[]> known,
      Timings timings) {
    return timings.of(Phase.JAVAC, () -> javac.compile(sources, assembled.declarations(), known));
  }

  private MethodLimits limits() {
    return new MethodLimits(MethodLimit.of(options.methodLimit()));
  }

  private static ValidModule front(byte[] wasm, Timings timings) {
    WasmModule module = timings.of(Phase.DECODE, () -> ModuleDecoder.decode(wasm));
    return timings.of(Phase.VALIDATE, () -> ModuleValidator.validate(module));
  }

  private static ValidModule supported(byte[] wasm, Timings timings) {
    ValidModule module = front(wasm, timings);
    SupportCheck.require(module);
    return module;
  }

  private Assembled translated(ValidModule module, MethodLimits limits, Timings timings) {
    JavaPlan plan =
        ClassPartitioner.plan(module, options.className(), options.instrumentation(), layout);
    SourceAssembly assembly = new SourceAssembly(plan, limits, options);
    SortedMap<String, String> sources = timings.of(Phase.CODE, assembly::sources);
    return new Assembled(options, sources, assembly);
  }

  /** A module's sources, and what else belongs to them. */
  private record Assembled(
      TranslationOptions options, SortedMap<String, String> sources, SourceAssembly assembly) {
    SortedMap<String, String> declarations() {
      return assembly.declarations();
    }

    /** Returns whether one of the sources gives the class file of a path. */
    boolean hasClass(String path) {
      int file = path.lastIndexOf('/') + 1;
      int end = path.length() - ".class".length();
      while (end > file && !sources.containsKey(path.substring(0, end) + ".java")) {
        end = path.lastIndexOf('$', end - 1); // names of users may have one as well
      }
      return end > file;
    }

    /** Returns the translation, which warns of large methods: their sizes by function index. */
    Translation translation(Timings timings, SortedMap<Integer, Integer> large, String about) {
      ValidModule module = assembly.module();
      return new Translation(
          options.className(),
          sources,
          assembly.resources(),
          new EntityLines(module).use(),
          LargeMethods.warnings(module, large, about, options.methodLimit()),
          timings.all());
    }
  }
}
