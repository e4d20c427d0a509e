package org.wasm2java.aot.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wasm2java.aot.GeneratedClasses;
import org.wasm2java.aot.WasmBytes;
import org.wasm2java.runtime.Global;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.gc.WasmArray;

/** Constant expressions may be as large and as deeply nested as functions. */
class LargeConstantsTest {
  private static final int MANY = 10_000;

  @ParameterizedTest
  @CsvSource({"5f 01 6e 00, fb 00 00", "5e 6e 00, fb 08 00 01"})
  void structuresAndArraysMayBeNested(String type, String operation) {
    WasmBytes value = hex("d0 6e");
    for (int i = 0; i < MANY; i++) {
      value.append(hex(operation));
    }
    Object outermost = global(type, "63 00", value);
    assertThat(outermost).isNotNull();
  }

  @Test
  void sumsMayBeNested() {
    WasmBytes value = hex("41 00");
    for (int i = 0; i < MANY; i++) {
      value.append(hex("41 02"));
    }
    for (int i = 0; i < MANY; i++) {
      value.append(hex("6a"));
    }
    assertThat(global("5f 00", "7f", value)).isEqualTo(2 * MANY);
  }

  @Test
  void arraysMayHaveManyElements() {
    WasmBytes value = new WasmBytes();
    for (int i = 0; i < MANY; i++) {
      value.u8(0x41).signed(i);
    }
    value.append(hex("fb 08 00")).u32(MANY);
    assertThat(((WasmArray) global("5e 7f 00", "63 00", value)).length()).isEqualTo(MANY);
  }

  @Test
  void structuresMayHaveManyFields() {
    WasmBytes type = hex("5f").u32(2_000);
    WasmBytes value = new WasmBytes();
    for (int i = 0; i < 2_000; i++) {
      type.append(hex("7f 00"));
      value.u8(0x41).signed(i);
    }
    value.append(hex("fb 00 00"));
    assertThat(global(HexFormat.ofDelimiter(" ").formatHex(type.toByteArray()), "63 00", value))
        .isNotNull();
  }

  /** Returns the value of the one global of a module, which is exported. */
  private static Object global(String definedType, String type, WasmBytes value) {
    WasmBytes module =
        hex("00 61 73 6d 01 00 00 00")
            .u8(1)
            .sized(hex("01").append(hex(definedType)))
            .u8(6)
            .sized(hex("01").append(hex(type)).u8(0).append(value).u8(0x0B))
            .u8(7)
            .sized(hex("01").name("value").append(hex("03 00")));
    Instance instance =
        GeneratedClasses.of(module.toByteArray(), "scale.Constant").instantiate(new Store());
    return ((Global) instance.export("value")).get();
  }

  private static WasmBytes hex(String digits) {
    WasmBytes bytes = new WasmBytes();
    for (byte each : HexFormat.ofDelimiter(" ").parseHex(digits)) {
      bytes.u8(each);
    }
    return bytes;
  }
}
