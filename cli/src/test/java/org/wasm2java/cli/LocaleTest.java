package org.wasm2java.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a container without a locale, names and arguments are the host's bytes nevertheless. */
class LocaleTest {
  /** The shell's variable B is the text of four bytes, of which the last is no UTF-8. */
  private static final String BYTES = "B=$(printf 'x\\303\\274\\377'); ";

  private static final String LINE = "x\u00c3\u00bc\u00ff\n";

  @TempDir private Path folder;

  @BeforeEach
  void needsBytes() throws IOException {
    assumeTrue(Files.exists(Path.of("/proc/self/cmdline")));
    Invocation.copy("echo", folder);
  }

  @Test
  void runPassesTheBytesOn() throws Exception {
    String script =
        BYTES
            + "mkdir \"$B\"; mv echo.wasm \"$B/$B.wasm\"; export U=\"$B\";"
            + "\"$JAVA\" \"$MAIN\" run --dir \"$B\" --env U --env V=\"$B\" \"$B/$B.wasm\" \"$B\"";

    assertThat(ChildProcess.output(folder, "C", script))
        .isEqualTo(LINE + "U=" + LINE + "V=" + LINE + LINE);
  }

  @Test
  void jarIsReadAndWrittenUnderAnyName() throws Exception {
    String script =
        BYTES
            + "mv echo.wasm \"$B.wasm\"; \"$JAVA\" \"$MAIN\" jar \"$B.wasm\" -o \"$B.jar\" --class Echo > said;"
            + "mv \"$B.jar\" echo.jar; \"$JAVA\" -jar echo.jar \"$B\"";

    assertThat(ChildProcess.output(folder, "C", script)).isEqualTo(LINE);
  }
}
