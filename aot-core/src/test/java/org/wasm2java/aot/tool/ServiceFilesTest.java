package org.wasm2java.aot.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceFilesTest {
  @TempDir private Path folder;

  @Test
  void linesOfOthersAndCommentsAreKept() throws IOException {
    Path file = Files.writeString(folder.resolve("s"), "b.B # ours\n# a comment\n\na.A$D");

    assertThat(ServiceFiles.changed(file, List.of(), List.of("c.C")))
        .contains("# a comment\na.A$D\nb.B # ours\nc.C\n");
  }

  @Test
  void linesOfModulesThatAreGoneGo() throws IOException {
    Path file = Files.writeString(folder.resolve("s"), "a.A\nb.B\nc.C\n");

    assertThat(ServiceFiles.changed(file, List.of("a.A", "b.B"), List.of("b.B")))
        .contains("b.B\nc.C\n");
    assertThat(ServiceFiles.changed(file, List.of("a.A", "b.B", "c.C"), List.of())).contains("");
  }

  @Test
  void fileThatNeedsNoChangeIsLeftOut() throws IOException {
    Path file = Files.writeString(folder.resolve("s"), "b.B\na.A\n");
    byte[] line = "a.A\n".getBytes(StandardCharsets.UTF_8);

    assertThat(ServiceFiles.changed(file, List.of("gone"), List.of("a.A"))).isEmpty();
    assertThat(ServiceFiles.changed(folder.resolve("none"), List.of("gone"), List.of())).isEmpty();
    assertThat(ServiceFiles.merged(folder, Map.of("s", line, "new", line)))
        .containsOnlyKeys(folder.resolve("new"));
  }

  @Test
  void linesThatNameNoClassGo() throws IOException {
    Path file = folder.resolve("s");
    Files.write(file, new byte[] {0, '\n', (byte) 0xFF, 'A', '\n', 'a', '.', '\n', 'a', '\n'});

    assertThat(ServiceFiles.changed(file, List.of(), List.of("b.B"))).contains("a\nb.B\n");
  }
}
