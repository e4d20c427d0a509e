package org.wasm2java.aot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.WasmFunction;

/** Dispatches that no method has room for, at the usual limit. */
class LargeSwitchTest {
  private static final int LIMIT = TranslationOptions.builder("M").build().methodLimit();

  /** A dense table is too large for the class file format; a sparse one was, for HotSpot. */
  @ParameterizedTest
  @CsvSource({"30000, 1", "9000, 13", "1200, 2", "40, 1"})
  void isCutAndGoesWhereItMust(int entries, int distance) {
    TranslationOptions options = TranslationOptions.builder("large.Switch").build();
    CompiledModule compiled = new Translator(options).compile(module(entries, distance));

    assertThat(MethodSizes.beyond(compiled.classes().values(), LIMIT)).isEmpty();
    Instance instance = GeneratedClasses.of(compiled).instantiate(new Store());
    WasmFunction f = (WasmFunction) instance.export("f");
    for (int selector = -3; selector < entries + 3; selector++) {
      assertThat(f.call(selector)).containsExactly(expected(selector, entries, distance));
    }
    assertThat(f.call(Integer.MIN_VALUE)).containsExactly(3);
    assertThat(f.call(Integer.MAX_VALUE)).containsExactly(3);
  }

  private static int expected(int selector, int entries, int distance) {
    return selector >= 0 && selector < entries ? label(selector, distance) : 3;
  }

  /** Every so many selectors go to one of the blocks 0 to 2; the default is 3. */
  private static int label(int selector, int distance) {
    return selector % distance == 0 ? selector / distance * 7 % 5 % 3 : 3;
  }

  /** Returns {@code (func (export "f") (param i32) (result i32))}: the number of a block. */
  private static byte[] module(int entries, int distance) {
    WasmBytes body = new WasmBytes().u8(0);
    body.u8(0x02, 0x40, 0x02, 0x40, 0x02, 0x40, 0x02, 0x40, 0x20, 0, 0x0E).u32(entries);
    for (int selector = 0; selector < entries; selector++) {
      body.u32(label(selector, distance));
    }
    body.u32(3);
    for (int block = 0; block < 3; block++) {
      body.u8(0x0B, 0x41, block, 0x0F);
    }
    body.u8(0x0B, 0x41, 3, 0x0B);
    return new WasmBytes()
        .u8(0, 'a', 's', 'm', 1, 0, 0, 0)
        .u8(1, 6, 1, 0x60, 1, 0x7F, 1, 0x7F)
        .u8(3, 2, 1, 0)
        .u8(7, 5, 1, 1, 'f', 0, 0)
        .u8(10)
        .sized(new WasmBytes().u8(1).sized(body))
        .toByteArray();
  }
}
