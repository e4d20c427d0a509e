package org.wasm2java.wasi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The grammar of what users grant, which the command line and executable jars share. */
class GrantsTest {
  @Test
  void directoryHasAHostAGuestAndAMode() {
    assertThat(DirectoryGrant.parse("a/b"))
        .isEqualTo(new DirectoryGrant(Path.of("a/b"), "a/b", false));
    assertThat(DirectoryGrant.parse("a::/b"))
        .isEqualTo(new DirectoryGrant(Path.of("a"), "/b", false));
    assertThat(DirectoryGrant.parse("a::/b::ro"))
        .isEqualTo(new DirectoryGrant(Path.of("a"), "/b", true));
    assertThat(DirectoryGrant.parse("a::ro::ro"))
        .isEqualTo(new DirectoryGrant(Path.of("a"), "ro", true));
    assertThat(DirectoryGrant.parse("ro"))
        .isEqualTo(new DirectoryGrant(Path.of("ro"), "ro", false));
  }

  @Test
  void directoryThatMayBeMeantReadOnlyIsRefusedWithBothMeanings() {
    assertThatThrownBy(() -> DirectoryGrant.parse("data::ro"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("'data::ro'", "'data::data::ro'", "'data::./ro'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "::",
        "a::",
        "::b",
        "a::::ro",
        "a::b::",
        "a::b::rw",
        "a::b::ro::ro",
        "a::b::c"
      })
  void otherTextIsNoDirectory(String text) {
    assertThatThrownBy(() -> DirectoryGrant.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'" + text + "' is not HOST, HOST::GUEST or HOST::GUEST::ro");
  }

  @Test
  void variableHasANameAndPerhapsAValue() {
    assertThat(VariableGrant.parse("A=b=c")).isEqualTo(new VariableGrant("A", "b=c"));
    assertThat(VariableGrant.parse("A=")).isEqualTo(new VariableGrant("A", ""));
    assertThat(VariableGrant.parse("A")).isEqualTo(new VariableGrant("A", null));
    for (String text : new String[] {"", "=", "=b"}) {
      assertThatThrownBy(() -> VariableGrant.parse(text))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("NAME=VALUE");
    }
  }
}
