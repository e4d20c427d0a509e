package org.wasm2java.conformance.programs;

import static org.assertj.core.api.Assertions.assertThat;

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
 * A Kotlin program of collections, coroutines, exceptions and regular expressions prints what it
 * prints in V8; its exceptions are those of WebAssembly 3.0 or the legacy ones.
 */
class KotlinTest {
  private static byte[] resource(String name) throws IOException {
    try (InputStream in = KotlinTest.class.getResourceAsStream("/programs/kotlin/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  /** Its instantiation runs {@code _initialize}, which calls {@code main}. */
  @ParameterizedTest
  @CsvSource({"main, 7500", "legacy, 7500", "main, 300"})
  void printsWhatItPrintsInV8(String module, int methodLimit) throws IOException {
    TranslationOptions options =
        TranslationOptions.builder("kotlin.Main").methodLimit(methodLimit).build();
    ModuleDescriptor program =
        new Translator(options)
            .compile(resource(module + ".wasm"))
            .load(Instance.class.getClassLoader());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (WasiPreview1 wasi = Wasi.builder().stdout(out).build()) {
      program.instantiate(new Store().add(wasi));
    }
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(new String(resource("expected.txt"), StandardCharsets.UTF_8));
  }
}
