package org.wasm2java.runtime.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wasm2java.runtime.type.ExportType;
import org.wasm2java.runtime.type.FunctionType;
import org.wasm2java.runtime.type.GlobalType;
import org.wasm2java.runtime.type.ImportType;
import org.wasm2java.runtime.type.ValueType;

class ModuleInfoTest {
  private static final FunctionType ALL_TYPES =
      new FunctionType(ValueType.named(), List.of(ValueType.V128));
  private static final ModuleInfo INFO =
      new ModuleInfo(
          "0123",
          "1.0",
          List.of(new ImportType("env", "base", new GlobalType(ValueType.V128, true))),
          List.of(new ExportType("blend", ALL_TYPES)),
          List.of(3),
          List.of(),
          List.of(),
          List.of());

  @Test
  void typesOfAllValuesAreReadAsWritten() {
    assertThat(ModuleInfo.decode(INFO.encode())).isEqualTo(INFO);
  }

  @Test
  void aMissingByteIsAnError() {
    byte[] encoded = INFO.encode();
    byte[] cut = Arrays.copyOf(encoded, encoded.length - 1);
    assertThatThrownBy(() -> ModuleInfo.decode(cut))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the description of a module is damaged");
  }
}
