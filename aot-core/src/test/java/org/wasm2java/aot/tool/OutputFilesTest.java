package org.wasm2java.aot.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFilesTest {
  private static final byte[] CONTENT = {1, 2, 3};

  @TempDir private Path folder;
  private Path first;

  @BeforeEach
  void namePath() {
    first = folder.resolve("a/b/first");
  }

  @Test
  void foldersAreMadeAsNeeded() throws IOException {
    Path second = folder.resolve("c/second");
    new OutputFiles(Map.of(first, CONTENT, second, CONTENT)).write(false);

    assertThat(first).hasBinaryContent(CONTENT);
    assertThat(second).hasBinaryContent(CONTENT);
    assertThat(first.getParent()).isDirectoryNotContaining(path -> !path.equals(first));
  }

  @Test
  void failureAtOneFileLeavesNothingOfTheOthers() {
    Path nameTooLong = folder.resolve("z/" + "z".repeat(300));

    assertThatThrownBy(
            () -> new OutputFiles(Map.of(first, CONTENT, nameTooLong, CONTENT)).write(false))
        .isInstanceOf(FileFailure.class)
        .hasMessageContaining("cannot be written");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void failureLeavesWhatWasThereBefore() throws IOException {
    Files.createDirectories(first.getParent());
    Files.writeString(first, "before");
    Path nameTooLong = folder.resolve("z".repeat(300));

    assertThatThrownBy(
            () -> new OutputFiles(Map.of(first, CONTENT, nameTooLong, CONTENT)).write(true))
        .isInstanceOf(FileFailure.class);
    assertThat(first).hasContent("before");
  }

  @Test
  void existingFileIsReplacedOnlyOnDemand() throws IOException {
    OutputFiles files = new OutputFiles(Map.of(folder.resolve("x"), CONTENT));
    Files.writeString(folder.resolve("x"), "before");

    assertThatThrownBy(() -> files.write(false)).hasMessageContaining("already exists");
    assertThat(folder.resolve("x")).hasContent("before");
    files.write(true);
    assertThat(folder.resolve("x")).hasBinaryContent(CONTENT);
  }
}
