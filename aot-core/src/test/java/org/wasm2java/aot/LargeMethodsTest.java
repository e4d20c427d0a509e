package org.wasm2java.aot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.wasm2java.aot.decode.ModuleDecoder;
import org.wasm2java.aot.validate.ModuleValidator;
import org.wasm2java.aot.validate.ValidModule;

/** Methods that no cutting makes small enough are not delivered without a word. */
final class LargeMethodsTest {
  private static final int PARAMETERS = 60;
  private static final int LIMIT = 100;

  /** A module whose function {@code $big} has a call that is larger than the limit by itself. */
  private static byte[] module() {
    WasmBytes types = new WasmBytes().u32(2).u8(0x60).u32(PARAMETERS);
    WasmBytes call = new WasmBytes().u32(0);
    for (int i = 0; i < PARAMETERS; i++) {
      types.u8(0x7F);
      call.u8(0x41).signed(1_000_000 + i);
    }
    types.u32(0).u8(0x60, 0, 0);
    call.u8(0x10, 0, 0x0B);
    WasmBytes module = new WasmBytes().u8(0, 'a', 's', 'm', 1, 0, 0, 0);
    module.u8(1).sized(types).u8(3).sized(new WasmBytes().u32(2).u32(0).u32(1));
    module.u8(10).sized(new WasmBytes().u32(2).sized(new WasmBytes().u8(0, 0x0B)).sized(call));
    WasmBytes names = new WasmBytes().u32(1).u32(1).name("big");
    module.u8(0).sized(new WasmBytes().name("name").u8(1).sized(names));
    return module.toByteArray();
  }

  private static Translator translator() {
    return new Translator(TranslationOptions.builder("large.App").methodLimit(LIMIT).build());
  }

  @Test
  void compiledModulesWarnOfThem() {
    CompiledModule compiled = translator().compile(module());
    assertThat(compiled.warnings())
        .singleElement()
        .asString()
        .matches(
            "func\\[1] \\$big has a method of \\d+ bytes, more than 100, that could not be cut"
                + " further");
  }

  @Test
  void translationsWarnOfThemByTheirEstimate() {
    assertThat(translator().translate(module()).warnings())
        .singleElement()
        .asString()
        .startsWith("func[1] $big has a method of about ")
        .contains(" bytes, more than 100, that could not be cut further");
  }

  @Test
  void thatAMethodStaysInterpretedIsSaid() {
    ValidModule module = ModuleValidator.validate(ModuleDecoder.decode(module()));
    assertThat(
            new LargeMethods(7500, new TreeMap<>(Map.of(0, 7600, 1, 9123)), false).warnings(module))
        .containsExactly(
            "func[0] has a method of 7,600 bytes, more than 7,500, that could not be cut further",
            "func[1] $big has a method of 9,123 bytes, more than 7,500, that could not be cut"
                + " further; HotSpot compiles no such method: it will run interpreted, much slower"
                + " than others");
  }

  @Test
  void ordinaryModulesHaveNoWarnings() {
    Translator usual = new Translator(TranslationOptions.builder("large.App").build());
    assertThat(usual.compile(module()).warnings()).isEmpty();
    assertThat(usual.translate(module()).warnings()).isEmpty();
  }
}
