package org.wasm2java.aot.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wasm2java.aot.SpecModules;
import org.wasm2java.aot.SpecModules.SpecModule;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.aot.Translator;
import org.wasm2java.aot.decode.ModuleDecoder;
import org.wasm2java.aot.diagnostic.UnsupportedException;
import org.wasm2java.aot.diagnostic.WasmModuleException;
import org.wasm2java.aot.validate.ModuleValidator;
import org.wasm2java.aot.validate.ValidModule;

final class SupportCheckTest {
  private static Translator translator() {
    return new Translator(TranslationOptions.builder("com.acme.App").build());
  }

  private static byte[] many() throws IOException {
    try (InputStream in = SupportCheckTest.class.getResourceAsStream("/unsupported/many.wasm")) {
      return in.readAllBytes();
    }
  }

  @Test
  void everyFeatureThatIsMissingIsListedWithItsUsesAndTheFirstOfThem() throws IOException {
    assertThat(translator().inspect(many()).untranslatable())
        .satisfiesExactly(
            memory64 ->
                assertThat(memory64)
                    .startsWith("memory64: 1 use, memory 0 with 64-bit addresses at offset 0x"),
            threads ->
                assertThat(threads)
                    .startsWith(
                        "threads: 2 uses, the first: memory 1 as a shared memory at offset 0x"));
  }

  @Test
  void theTranslatorNamesTheFirst() throws IOException {
    byte[] wasm = many();
    assertThatThrownBy(() -> translator().translate(wasm))
        .isInstanceOf(UnsupportedException.class)
        .hasMessageStartingWith("unsupported: memory64: memory 0 with 64-bit addresses");
  }

  /** What inspection finds nothing in is translated, and what it finds something in is not. */
  @Test
  void inspectionAndTranslationAgreeOnEveryModuleOfTheSpecSuite() throws IOException {
    int translated = 0;
    int refused = 0;
    List<SpecModule> differing = new ArrayList<>();
    for (SpecModule spec : SpecModules.all()) {
      if (spec.command().equals("module")) {
        ValidModule valid = ModuleValidator.validate(ModuleDecoder.decode(spec.bytes()));
        boolean supported = SupportCheck.unsupported(valid).isEmpty();
        if (supported != translates(spec.bytes())) {
          differing.add(spec);
        } else if (supported) {
          translated++;
        } else {
          refused++;
        }
      }
    }
    assertThat(differing).isEmpty();
    assertThat(translated).isGreaterThan(1000);
    assertThat(refused).isGreaterThan(100);
  }

  private static boolean translates(byte[] wasm) {
    try {
      translator().translate(wasm);
      return true;
    } catch (WasmModuleException e) {
      assertThat(e).isInstanceOf(UnsupportedException.class);
      return false;
    }
  }
}
