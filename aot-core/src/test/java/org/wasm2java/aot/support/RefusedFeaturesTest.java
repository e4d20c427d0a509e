package org.wasm2java.aot.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.aot.Translator;
import org.wasm2java.aot.diagnostic.UnsupportedException;
import org.wasm2java.aot.instruction.ControlOpcode;
import org.wasm2java.aot.instruction.Feature;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.instruction.NumericOpcode;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.NumberType;
import org.wasm2java.aot.validate.ModuleValidator;
import org.wasm2java.aot.validate.Modules;
import org.wasm2java.aot.validate.ValidModule;

final class RefusedFeaturesTest {
  private static final ValidModule EXTENDING =
      ModuleValidator.validate(
          new Modules()
              .function(
                  new FunctionType(List.of(), List.of(NumberType.I32)),
                  new Instruction.Constant(NumericOpcode.I32_CONST, 1),
                  new Instruction.Plain(NumericOpcode.I32_EXTEND8_S),
                  new Instruction.Plain(ControlOpcode.END))
              .build());

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in =
        RefusedFeaturesTest.class.getResourceAsStream("/unsupported/" + name + ".wasm")) {
      return in.readAllBytes();
    }
  }

  private static Translator translator(String features) {
    return new Translator(TranslationOptions.builder("com.acme.App").features(features).build());
  }

  @Test
  void whatIsRefusedIsNamedWithItsFirstInstructionAndTheOption() {
    assertThatThrownBy(() -> RefusedFeatures.parse("-simd,-sign-extension").require(EXTENDING))
        .isInstanceOf(UnsupportedException.class)
        .hasMessageStartingWith(
            "refused: sign extension: i32.extend8_s is valid, but --features=-sign-extension was"
                + " given")
        .hasMessageContaining(", instruction 1");
  }

  @Test
  void whatIsNotUsedOrNotRefusedIsAccepted() {
    RefusedFeatures.parse("").require(EXTENDING);
    RefusedFeatures.parse("-simd, -threads").require(EXTENDING);
    assertThat(UsedFeatures.of(EXTENDING)).contains(Feature.SIGN_EXTENSION);
  }

  @Test
  void theTranslatorRefusesBeforeItSaysWhatItLacks() throws IOException {
    byte[] wasm = bytes("many");
    assertThatThrownBy(() -> translator("-memory64").translate(wasm))
        .isInstanceOf(UnsupportedException.class)
        .hasMessageStartingWith("refused: memory64: ")
        .hasMessageContainingAll("--features=-memory64", "in the module");
    assertThatThrownBy(() -> translator("-simd").compile(wasm))
        .isInstanceOf(UnsupportedException.class)
        .hasMessageStartingWith("refused: SIMD: ");
  }

  @Test
  void refusingDoesNotHinderInspection() throws IOException {
    assertThat(translator("-simd").inspect(bytes("many")).features()).contains("SIMD");
  }

  @Test
  void everyExtensionHasAName() {
    for (Feature feature : Feature.values()) {
      String name = feature.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
      if (feature == Feature.MVP) {
        assertThatThrownBy(() -> RefusedFeatures.parse("-" + name))
            .isInstanceOf(IllegalArgumentException.class);
      } else {
        RefusedFeatures.parse("-" + name);
      }
    }
  }

  @Test
  void anythingElseIsAnErrorThatListsTheNames() {
    for (String wrong : List.of("simd", "+simd", "-SIMD", "-simd,", "-", "-all")) {
      assertThatThrownBy(() -> TranslationOptions.builder("A").features(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContainingAll("refuses nothing", "-simd,-threads", "relaxed-simd", "gc");
    }
  }
}
