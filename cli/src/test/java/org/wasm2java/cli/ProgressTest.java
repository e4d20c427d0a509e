package org.wasm2java.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {
  private static final int CUSTOM_SECTION_SIZE = 1 << 20;

  @TempDir private Path folder;
  private String large;

  /** The name section of a module may be followed by any custom section, however large. */
  @BeforeEach
  void makeLargeModule() throws IOException {
    ByteArrayOutputStream module = new ByteArrayOutputStream();
    module.writeBytes(Invocation.module("add"));
    module.writeBytes(new byte[] {0, (byte) 0x80, (byte) 0x80, (byte) 0x40});
    module.writeBytes(new byte[CUSTOM_SECTION_SIZE]);
    large = Files.write(folder.resolve("large.wasm"), module.toByteArray()).toString();
  }

  @Test
  void logGetsOneLineForEachPhase() {
    Invocation invocation = Invocation.of("validate", large);

    assertThat(invocation.err().lines().toList())
        .contains("wasm2java: decode", "wasm2java: validate")
        .doesNotHaveDuplicates();
  }

  @Test
  void terminalGetsABarThatIsClearedInTheEnd() {
    String err = Invocation.onTerminal("validate", large).err();

    assertThat(err).contains("decode", "[####", "%").doesNotContain("\n").endsWith(" \r");
  }

  @Test
  void quietShowsNothing() {
    assertThat(Invocation.of("validate", "--quiet", large).err()).isEmpty();
  }

  @Test
  void smallModuleShowsNothing() throws IOException {
    assertThat(Invocation.of("validate", Invocation.copy("add", folder)).err()).isEmpty();
  }
}
