package org.wasm2java.aot.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.wasm2java.aot.SpecModules;
import org.wasm2java.aot.SpecModules.SpecModule;
import org.wasm2java.aot.diagnostic.MalformedException;
import org.wasm2java.aot.diagnostic.WasmModuleException;

/** Decodes every module of the specification's test suite, as it is and broken. */
class SpecSuiteDecodeTest {
  private static final String MALFORMED = "assert_malformed";
  private static final int BROKEN_COPIES = 60;

  @Test
  void everyMalformedModuleIsRejectedWithThePhraseOfItsScript() throws IOException {
    List<String> wrong = new ArrayList<>();
    int count = 0;
    for (SpecModule module : SpecModules.all()) {
      if (module.command().equals(MALFORMED)) {
        count++;
        String message = failure(module.bytes()).orElse("decoded");
        if (!message.startsWith(module.phrase())) {
          wrong.add(module + " expects " + module.phrase() + ", found " + message);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(count).isEqualTo(711);
  }

  @Test
  void everyOtherModuleIsDecoded() throws IOException {
    List<String> wrong = new ArrayList<>();
    int count = 0;
    for (SpecModule module : SpecModules.all()) {
      // The malformed custom sections are for tools that interpret them; modules have them as
      // bytes.
      if (!module.command().equals(MALFORMED)) {
        count++;
        failure(module.bytes()).ifPresent(message -> wrong.add(module + ": " + message));
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(count).isGreaterThan(5000);
  }

  @Test
  void brokenCopiesAreRejectedOrDecodedButNeverCrash() throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    for (SpecModule module : SpecModules.all()) {
      byte[] bytes = module.bytes();
      for (int copy = 0; copy < BROKEN_COPIES && bytes.length > 0; copy++) {
        byte[] broken =
            copy % 3 == 0
                ? Arrays.copyOf(bytes, random.nextInt(bytes.length))
                : withChangedBytes(bytes, copy % 3, random);
        assertThat(crash(broken)).as("%s, copy %d", module, copy).isEmpty();
      }
    }
  }

  private static byte[] withChangedBytes(byte[] bytes, int changes, SplittableRandom random) {
    byte[] changed = bytes.clone();
    for (int i = 0; i < changes; i++) {
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
    }
    return changed;
  }

  private static Optional<Throwable> crash(byte[] bytes) {
    try {
      ModuleDecoder.decode(bytes);
      return Optional.empty();
    } catch (WasmModuleException e) {
      return e.getMessage().contains("\n  at offset 0x") ? Optional.empty() : Optional.of(e);
    } catch (RuntimeException | Error e) {
      return Optional.of(e);
    }
  }

  private static Optional<String> failure(byte[] bytes) {
    try {
      ModuleDecoder.decode(bytes);
      return Optional.empty();
    } catch (MalformedException e) {
      return Optional.of(e.getMessage());
    }
  }
}
