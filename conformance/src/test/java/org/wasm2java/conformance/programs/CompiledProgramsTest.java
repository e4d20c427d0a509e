package org.wasm2java.conformance.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.aot.Translator;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.ModuleDescriptor;
import org.wasm2java.runtime.Store;
import org.wasm2java.wasi.Wasi;
import org.wasm2java.wasi.WasiPreview1;

/**
 * Programs of languages whose compilers use what WebAssembly 2.0 has not print what they print in
 * V8, whole and cut into small methods. Each folder of {@code programs} has the sources, a script
 * that builds the modules, and what is printed:
 *
 * <ul>
 *   <li>Kotlin: collections, coroutines, exceptions and regular expressions, with the exceptions of
 *       WebAssembly 3.0 or the legacy ones;
 *   <li>C++: exceptions and run-time types, both ways, too;
 *   <li>Scheme: an interpreter in C all of whose control is tail calls, and a program for it.
 * </ul>
 */
class CompiledProgramsTest {
  private static byte[] resource(String name) throws IOException {
    try (InputStream in = CompiledProgramsTest.class.getResourceAsStream("/programs/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  /** Instantiating the Kotlin program runs it. */
  @ParameterizedTest
  @CsvSource({
    "kotlin, main, 7500, ",
    "kotlin, legacy, 7500, ",
    "kotlin, main, 300, ",
    "cpp, main, 7500, ",
    "cpp, legacy, 7500, ",
    "cpp, main, 200, ",
    "cpp, legacy, 200, ",
    "scheme, main, 7500, program.scm",
    "scheme, main, 200, program.scm",
  })
  void printsWhatItPrintsInV8(String folder, String module, int methodLimit, String stdin)
      throws IOException {
    TranslationOptions options =
        TranslationOptions.builder(folder + ".Main").methodLimit(methodLimit).build();
    ModuleDescriptor program =
        new Translator(options)
            .compile(resource(folder + "/" + module + ".wasm"))
            .load(Instance.class.getClassLoader());
    byte[] input = stdin == null ? new byte[0] : resource(folder + "/" + stdin);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (WasiPreview1 wasi =
        Wasi.builder().stdin(new ByteArrayInputStream(input)).stdout(out).build()) {
      Instance instance = program.instantiate(new Store().add(wasi));
      if (instance.exportNames().contains("_start")) {
        instance.exportedFunction("_start").call();
      }
    }
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(new String(resource(folder + "/expected.txt"), StandardCharsets.UTF_8));
  }
}
