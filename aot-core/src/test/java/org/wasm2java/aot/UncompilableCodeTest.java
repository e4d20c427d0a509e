package org.wasm2java.aot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.wasm2java.aot.decode.ModuleDecoder;
import org.wasm2java.aot.ir.JvmLimits;
import org.wasm2java.aot.validate.ModuleValidator;

/** What users report of code that does not compile names the function that it is of. */
final class UncompilableCodeTest {
  private static final String SOURCE =
      """
      class App {
        int other() {
          return 1;
        }

        private static long f0_square(App self, byte[] mem) {
          while (true) {
            return lost;
          }
        }

        int unfinished = lost;

        void initialize() {
          lost();
        }
      }
      """;

  private final Compilation compilation =
      new Compilation(
          ModuleValidator.validate(ModuleDecoder.decode(module())),
          JvmLimits.BATCH_CHARACTERS,
          TranslationOptions.builder("a.Module").build());

  /** A module with a function {@code $square} that does nothing. */
  private static byte[] module() {
    WasmBytes module = new WasmBytes().u8(0, 'a', 's', 'm', 1, 0, 0, 0);
    module.u8(1).sized(new WasmBytes().u32(1).u8(0x60, 0, 0)).u8(3).sized(new WasmBytes().u8(1, 0));
    module.u8(10).sized(new WasmBytes().u32(1).sized(new WasmBytes().u8(0, 0x0B)));
    WasmBytes names = new WasmBytes().u32(1).u32(0).name("square");
    module.u8(0).sized(new WasmBytes().name("name").u8(1).sized(names));
    return module.toByteArray();
  }

  @Test
  void theMessageNamesFunctionAndLine() {
    assertThatThrownBy(
            () ->
                compilation.compile(new TreeMap<>(Map.of("App.java", SOURCE)), Map.of(), Map.of()))
        .isInstanceOf(UncompilableCodeException.class)
        .hasMessageStartingWith(
            "the generated Java does not compile; please report this with the module:\n"
                + "  func[0] $square\n"
                + "  App.java:8: cannot find symbol")
        .hasMessageEndingWith("\n  and 2 more errors");
  }

  @Test
  void linesOutsideOfFunctionsHaveNone() {
    assertThat(UncompilableCodeException.functionIndex(SOURCE, 3)).isEmpty();
    assertThat(UncompilableCodeException.functionIndex(SOURCE, 15)).isEmpty();
    assertThat(UncompilableCodeException.functionIndex(SOURCE, 7)).hasValue(0);
  }
}
