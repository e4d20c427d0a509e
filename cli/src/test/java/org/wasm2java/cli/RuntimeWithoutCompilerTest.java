package org.wasm2java.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Java runtimes have no compiler: no defect of this project, and nothing to report. */
class RuntimeWithoutCompilerTest {
  @TempDir private Path folder;

  @Test
  void aRuntimeAloneIsToldToBeOne() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--limit-modules",
                "java.base,java.compiler,java.management,java.sql,jdk.jfr",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "jar",
                Invocation.copy("add", folder),
                "-o",
                folder.resolve("add.jar").toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(output).isEqualTo(ExitStatus.INTERNAL.code());
    assertThat(output)
        .startsWith("wasm2java: no Java compiler: this Java is a runtime alone (")
        .contains("run with a JDK")
        .doesNotContain("report", "bug");
    assertThat(folder.resolve("add.jar")).doesNotExist();
  }
}
