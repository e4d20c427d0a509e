package org.wasm2java.wasi.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that a Windows host must not see. */
class WindowsNamesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "con",
        "NUL",
        "nul.txt",
        "aux .tar.gz",
        "COM1",
        "lpt9.x",
        "COM¹",
        "file.",
        "file ",
        "...",
        "file:stream",
        "C:",
        "CONIN$"
      })
  void devicesAndDroppedEndsAreSpecial(String name) {
    assertThat(WindowsNames.isSpecial(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"console", "file.con", "a.b", ".hidden", "null", "com", "com10", "x y"})
  void ordinaryNamesAreNot(String name) {
    assertThat(WindowsNames.isSpecial(name)).isFalse();
  }
}
