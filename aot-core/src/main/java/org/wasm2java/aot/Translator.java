package org.wasm2java.aot;

import org.wasm2java.aot.build.JavacRunner;
import org.wasm2java.aot.decode.ModuleDecoder;
import org.wasm2java.aot.diagnostic.WasmModuleException;
import org.wasm2java.aot.inline.TailInlining;
import org.wasm2java.aot.module.WasmModule;
import org.wasm2java.aot.resolve.TypeResolution;
import org.wasm2java.aot.source.name.TypeClassNames;
import org.wasm2java.aot.split.ClassPartitioner;
import org.wasm2java.aot.split.JavaPlan;
import org.wasm2java.aot.split.LayoutLimits;
import org.wasm2java.aot.support.SupportCheck;
import org.wasm2java.aot.validate.ConstantFunctions;
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
   *     or the options refuse
   */
  public Translation translate(byte[] wasm) {
    Timings timings = new Timings(options);
    JavaPlan plan = plan(supported(wasm, timings));
    ModuleSources written = timings.of(Phase.CODE, new SourceAssembly(plan, options)::write);
    return Translation.of(plan.module(), options, written, written.largeMethods(), timings.all());
  }

  /**
   * Translates a module and compiles the sources.
   *
   * @throws WasmModuleException if it is malformed, invalid, or uses what cannot be translated yet
   *     or the options refuse
   * @throws NoCompilerException if this Java is a runtime without a compiler
   * @throws UncompilableCodeException if the compiler rejects the sources, which is a defect of
   *     this project
   */
  public CompiledModule compile(byte[] wasm) {
    if (!JavacRunner.isAvailable()) {
      throw new NoCompilerException();
    }
    Timings timings = new Timings(options);
    JavaPlan plan = plan(supported(wasm, timings));
    return new ModuleCompilation(plan, options, timings).compileUntilSmall();
  }

  private static ValidModule front(byte[] wasm, Timings timings) {
    WasmModule module = timings.of(Phase.DECODE, () -> ModuleDecoder.decode(wasm));
    return timings.of(Phase.VALIDATE, () -> ModuleValidator.validate(module));
  }

  private ValidModule supported(byte[] wasm, Timings timings) {
    ValidModule module = front(wasm, timings);
    options.refused().require(module);
    SupportCheck.require(module);
    return module;
  }

  private JavaPlan plan(ValidModule module) {
    ValidModule inlined =
        options.instrumentation().countsCalls() ? module : TailInlining.inline(module);
    ValidModule resolved =
        TypeResolution.resolve(
            ConstantFunctions.of(inlined),
            new TypeClassNames(options.className(), options.typesPackage(), options.givenTypes()));
    return ClassPartitioner.plan(resolved, options.className(), options.instrumentation(), layout);
  }
}
