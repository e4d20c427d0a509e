package org.wasm2java.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  @Test
  void helpListsTheCommands() {
    Invocation help = Invocation.of("--help");

    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).contains("run ", "jar ", "translate ", "validate ", "inspect ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "jar", "translate", "validate", "inspect"})
  void helpOfACommandShowsUsageExampleAndExitCodes(String command) {
    Invocation help = Invocation.of(command, "--help");

    assertThat(help.exitCode()).isZero();
    assertThat(help.out())
        .contains("Usage: wasm2java " + command, "Examples:", "  wasm2java " + command)
        .contains("Exit codes:", "malformed, invalid, unsupported");
  }

  @Test
  void versionNamesTheProgramAndTheJavaItRunsOn() {
    assertThat(Invocation.of("--version").out())
        .startsWith("wasm2java ")
        .contains("Java " + Runtime.version());
  }
}
