package org.wasm2java.aot.validate;

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
import org.wasm2java.aot.decode.ModuleDecoder;
import org.wasm2java.aot.diagnostic.WasmModuleException;

/** Whatever a file says, it is translated or rejected with its place; nothing else is thrown. */
class BrokenModulesTest {
  private static final int CHANGED_COPIES = 40;
  private static final int SHORT_FILE = 120;
  private static final int CUTS_OF_LONG_FILES = 20;

  /** Bytes that mean much: types, blocks, ends, prefixes, the limits of numbers. */
  private static final int[] TELLING_BYTES = {
    0x00, 0x01, 0x02, 0x05, 0x0B, 0x1F, 0x40, 0x4E, 0x50, 0x5E, 0x5F, 0x60, 0x63, 0x64, 0x69, 0x6E,
    0x70, 0x7B, 0x7C, 0x7F, 0x80, 0xD0, 0xD2, 0xD5, 0xFB, 0xFC, 0xFD, 0xFE, 0xFF
  };

  @Test
  void changedBytesNeverDoMoreThanMakeTheModuleWrong() throws IOException {
    SplittableRandom random = new SplittableRandom(17);
    List<String> crashes = new ArrayList<>();
    for (SpecModule module : SpecModules.all()) {
      for (int copy = 0; copy < CHANGED_COPIES && module.bytes().length > 8; copy++) {
        byte[] changed = changed(module.bytes(), 1 + copy % 3, random);
        crash(changed).ifPresent(what -> crashes.add(module + ": " + what));
      }
    }
    assertThat(crashes).isEmpty();
  }

  @Test
  void aFileCutOffAnywhereNeverDoesMoreThanMakeTheModuleWrong() throws IOException {
    List<String> crashes = new ArrayList<>();
    for (SpecModule module : SpecModules.all()) {
      int length = module.bytes().length;
      int step = length <= SHORT_FILE ? 1 : length / CUTS_OF_LONG_FILES;
      for (int cut = 0; cut < length; cut += step) {
        crash(Arrays.copyOf(module.bytes(), cut))
            .ifPresent(what -> crashes.add(module + ": " + what));
      }
    }
    assertThat(crashes).isEmpty();
  }

  private static byte[] changed(byte[] bytes, int changes, SplittableRandom random) {
    byte[] changed = bytes.clone();
    for (int i = 0; i < changes; i++) {
      int place = random.nextInt(8, changed.length);
      changed[place] =
          (byte)
              (random.nextBoolean()
                  ? TELLING_BYTES[random.nextInt(TELLING_BYTES.length)]
                  : changed[place] + random.nextInt(-2, 3));
    }
    return changed;
  }

  private static Optional<String> crash(byte[] bytes) {
    try {
      ModuleValidator.validate(ModuleDecoder.decode(bytes));
      return Optional.empty();
    } catch (WasmModuleException e) {
      return e.getMessage().contains("\n  at offset 0x")
          ? Optional.empty()
          : Optional.of("no place in: " + e.getMessage());
    } catch (RuntimeException | Error e) {
      return Optional.of(e + " at " + e.getStackTrace()[0]);
    }
  }
}
