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
import org.wasm2java.aot.module.WasmModule;

/** Validates every module of the specification's test suite. */
class SpecSuiteValidateTest {
  private static final String INVALID = "assert_invalid";

  /** What is no claim that a module is valid. */
  private static final Set<String> NOT_VALID =
      Set.of(INVALID, "assert_malformed", "assert_malformed_custom", "assert_invalid_custom");

  /**
   * The scripts that go on behind {@code type mismatch} with {@code instruction requires} or {@code
   * block requires} and {@code but stack has}. Our messages name the instruction instead and say
   * {@code expects} and {@code found}, as the project's style fixes for all type mismatches.
   */
  private static final Set<String> OWN_OPERANDS =
      Set.of(
          "exceptions/throw:52",
          "exceptions/throw:54",
          "legacy-eh/throw:48",
          "legacy-eh/throw:50",
          "legacy-eh/try_catch:264",
          "legacy-eh/try_catch:266",
          "legacy-eh/try_catch:268",
          "legacy-eh/try_catch:270",
          "legacy-eh/try_catch:275");

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

  /** The whole phrase, but for {@link #OWN_OPERANDS}, where it ends at the colon. */
  private static String phrase(SpecModule module) {
    return OWN_OPERANDS.contains(module.toString())
        ? module.phrase().substring(0, module.phrase().indexOf(':'))
        : module.phrase();
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
