package org.wasm2java.aot.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FileFailureTest {
  private static final Path FILE = Path.of("x.wasm");

  @Test
  void missingPermissionIsToldWithItsRemedy() {
    assertThat(FileFailure.reading(FILE, new AccessDeniedException("x.wasm")))
        .hasMessage(
            "x.wasm: cannot be read: permission denied; give yourself read permission or choose"
                + " another path");
  }

  @Test
  void missingFileIsToldWithItsRemedy() {
    assertThat(FileFailure.reading(FILE, new NoSuchFileException("x.wasm")))
        .hasMessage("x.wasm: cannot be read: no such file or folder; check the path");
  }

  @Test
  void otherReasonsOfTheSystemAreKept() {
    assertThat(FileFailure.writing(FILE, new FileSystemException("x.wasm", null, "disk full")))
        .hasMessage("x.wasm: cannot be written: disk full");
  }

  @Test
  void exceptionWithoutAMessageIsNamed() {
    assertThat(FileFailure.writing(FILE, new IOException()))
        .hasMessage("x.wasm: cannot be written: IOException");
  }
}
