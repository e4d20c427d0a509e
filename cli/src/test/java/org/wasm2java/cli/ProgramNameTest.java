package org.wasm2java.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that are many in one choose by their own name, which is no name of Java's. */
class ProgramNameTest {
  @TempDir private Path folder;
  private String module;
  private Path jar;

  @BeforeEach
  void copyModule() throws IOException {
    module = Files.write(folder.resolve("multi-tool.wasm"), Invocation.module("name")).toString();
    jar = folder.resolve("out.jar");
  }

  @Test
  void nameIsThatOfTheFileWithRunAndInAJar() throws Exception {
    assertThat(Invocation.of("run", module).out()).isEqualTo("multi-tool.wasm\n");
    assertThat(Invocation.of("jar", module, "-o", jar.toString(), "--class", "com.acme.Tool").err())
        .isEmpty();
    assertThat(runJar("")).isEqualTo("multi-tool.wasm\n");
  }

  @Test
  void optionSetsTheName() throws Exception {
    assertThat(Invocation.of("run", "--program-name", "wasm-ld", module).out())
        .isEqualTo("wasm-ld\n");
    Invocation.of("jar", module, "-o", jar.toString(), "--program-name", "wasm \"ld\"");
    assertThat(runJar("")).isEqualTo("wasm \"ld\"\n");
  }

  @Test
  void propertySetsTheNameOfAJar() throws Exception {
    Invocation.of("jar", module, "-o", jar.toString(), "--program-name", "wasm-ld");
    assertThat(runJar("-Dwasm2java.program-name=ld.lld")).isEqualTo("ld.lld\n");
  }

  @Test
  void translatedSourcesHaveTheName() throws IOException {
    Path sources = folder.resolve("sources");
    Invocation.of("translate", module, "-d", sources.toString());

    assertThat(sources.resolve("MultiTool.java")).content().contains("\"multi-tool.wasm\"");
  }

  private String runJar(String property) throws IOException, InterruptedException {
    return ChildProcess.output(folder, "C", "\"$JAVA\" " + property + " -jar out.jar");
  }
}
