package org.wasm2java.aot.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.aot.Translator;
import org.wasm2java.aot.diagnostic.UnsupportedException;

/** What cannot be translated yet is refused with its feature and its place. */
class UnsupportedTest {
  private static byte[] module(String name) throws IOException {
    String path = "/unsupported/" + name + ".wasm";
    try (InputStream in = UnsupportedTest.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new AssertionError("the resource " + path + " is missing");
      }
      return in.readAllBytes();
    }
  }

  private static Translator translator() {
    return new Translator(TranslationOptions.builder("com.acme.App").build());
  }

  @ParameterizedTest
  @CsvSource({
    "memory64, 'unsupported: memory64: memory 0', 'at offset 0x'",
    "threads, 'unsupported: threads: memory 0', 'at offset 0x'",
  })
  void theMessageNamesFeatureAndPlace(String name, String start, String place) throws IOException {
    byte[] wasm = module(name);
    assertThatThrownBy(() -> translator().translate(wasm))
        .isInstanceOf(UnsupportedException.class)
        .hasMessageStartingWith(start)
        .hasMessageContaining("at offset 0x")
        .hasMessageContaining(place);
    assertThat(translator().inspect(wasm).untranslatable()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1App", "com..App", "com.acme.class", "java.App", "com.acme.Memory"})
  void aClassNameThatCannotWorkIsRefused(String className) {
    assertThatThrownBy(() -> TranslationOptions.builder(className).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(className);
  }

  @Test
  void aMethodLimitThatHotSpotWouldNotCompileIsRefused() {
    assertThatThrownBy(() -> TranslationOptions.builder("com.acme.App").methodLimit(8001).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("8001");
  }
}
