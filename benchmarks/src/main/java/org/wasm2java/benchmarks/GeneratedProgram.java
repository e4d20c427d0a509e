package org.wasm2java.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wasm2java.aot.CompiledModule;
import org.wasm2java.aot.JarOptions;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.aot.Translator;
import org.wasm2java.wasi.Wasi;

/** A command as this project's output, loaded from its jar. */
public final class GeneratedProgram implements Program {
  private static final String CLASS_NAME = "bench.Bench";

  private final LoadedModule module;

  private GeneratedProgram(LoadedModule module) {
    this.module = module;
  }

  /** Translates a module to a jar that runs by itself. */
  public static CompiledModule writeJar(Path wasm, Path jar) throws IOException {
    return writeJar(wasm, jar, Variant.PLAIN);
  }

  /** Translates a module with the options of a variant to a jar that runs by itself. */
  static CompiledModule writeJar(Path wasm, Path jar, Variant variant) throws IOException {
    CompiledModule module =
        new Translator(variant.options(TranslationOptions.builder(CLASS_NAME)).build())
            .compile(Files.readAllBytes(wasm));
    try (OutputStream out = Files.newOutputStream(jar)) {
      module.writeJar(out, JarOptions.builder().mainClass(CLASS_NAME).build());
    }
    return module;
  }

  /** Loads a jar that {@link #writeJar} wrote. */
  public static GeneratedProgram fromJar(Path jar) throws IOException {
    return new GeneratedProgram(LoadedModule.fromJar(jar, CLASS_NAME));
  }

  @Override
  public ProgramRun run(List<String> arguments, byte[] input) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    List<String> all = new ArrayList<>(arguments);
    all.add(0, "prog");
    Wasi.Builder wasi =
        Wasi.builder().args(all).stdin(new ByteArrayInputStream(input)).stdout(output);
    GuestClock clock = new GuestClock();
    int exitCode = module.run("prog", wasi, clock);
    if (exitCode != 0) {
      throw new IllegalStateException("exit code " + exitCode);
    }
    return new ProgramRun(output.toByteArray(), clock.nanos());
  }
}
