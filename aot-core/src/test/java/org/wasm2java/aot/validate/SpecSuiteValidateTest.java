package org.wasm2java.aot.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wasm2java.aot.SpecModules;
import org.wasm2java.aot.SpecModules.SpecModule;
import org.wasm2java.aot.decode.ModuleDecoder;
import org.wasm2java.aot.diagnostic.InvalidException;
import org.wasm2java.aot.instruction.Feature;
import org.wasm2java.aot.module.WasmModule;

/** Validates every module of the specification's test suite. */
class SpecSuiteValidateTest {
  private static final String INVALID = "assert_invalid";

  /** What is no claim that a module is valid. */
  private static final Set<String> NOT_VALID =
      Set.of(INVALID, "assert_malformed", "assert_malformed_custom", "assert_invalid_custom");

  @Test
  void everyInvalidModuleIsRejectedWithThePhraseOfItsScript() throws IOException {
    List<String> wrong = new ArrayList<>();
    int count = 0;
    for (SpecModule module : SpecModules.all()) {
      if (module.command().equals(INVALID)) {
        count++;
        String message = failure(module).orElse("it is valid");
        if (!message.startsWith(phrase(module))) {
          wrong.add(module + " expects " + module.phrase() + ", found " + message);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(count).isEqualTo(2829);
  }

  /** Behind a colon, a few scripts have the operands in another tool's words. */
  private static String phrase(SpecModule module) {
    return module.phrase().split(":")[0];
  }

  @Test
  void everyOtherModuleIsValid() throws IOException {
    List<String> wrong = new ArrayList<>();
    int count = 0;
    for (SpecModule module : SpecModules.all()) {
      if (!NOT_VALID.contains(module.command())) {
        count++;
        failure(module).ifPresent(message -> wrong.add(module + ": " + message));
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(count).isGreaterThan(2500);
  }

  @Test
  void scriptsOfTheFirstVersionUseNoLaterFeature() throws IOException {
    Set<String> scripts = Set.of("core/f32_cmp", "core/forward", "core/int_exprs", "core/f64_cmp");
    List<Set<Feature>> features = new ArrayList<>();
    for (SpecModule module : SpecModules.all()) {
      if (scripts.contains(module.script()) && module.command().equals("module")) {
        features.add(ModuleValidator.validate(ModuleDecoder.decode(module.bytes())).features());
      }
    }
    assertThat(features).isNotEmpty().allMatch(used -> used.equals(Set.of(Feature.MVP)));
  }

  private static Optional<String> failure(SpecModule module) {
    WasmModule decoded = ModuleDecoder.decode(module.bytes());
    try {
      ModuleValidator.validate(decoded);
      return Optional.empty();
    } catch (InvalidException error) {
      return Optional.of(error.getMessage());
    }
  }
}
