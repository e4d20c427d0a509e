package org.wasm2java.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
  @TempDir private Path folder;
  private String echo;

  @BeforeEach
  void copyModule() throws IOException {
    echo = Invocation.copy("echo", folder);
  }

  @Test
  void everythingAfterTheFileIsTheGuests() {
    Invocation invocation = Invocation.of("run", echo, "--help", "@file", "--", "--timings", "-q");

    assertThat(invocation.out()).isEqualTo("--help\n@file\n--\n--timings\n-q\n");
  }

  @Test
  void twoDashesBehindTheFileAreNotTheGuests() {
    assertThat(Invocation.of("run", echo, "--", "--help", "--").out()).isEqualTo("--help\n--\n");
    assertThat(Invocation.of("run", echo, "--").out()).isEmpty();
  }

  @Test
  void guestReadsTheFileGivenAsInput() throws IOException {
    Path input = Files.writeString(folder.resolve("input"), "typed\nin advance\n");

    assertThat(Invocation.of("run", "--stdin", input.toString(), Invocation.copy("cat", folder)))
        .extracting(Invocation::exitCode, Invocation::out)
        .containsExactly(0, "typed\nin advance\n");
  }

  @Test
  void inputThatDoesNotExistIsToldBeforeAnythingRuns() {
    Invocation invocation = Invocation.of("run", "--stdin", folder + "/none", echo);

    assertThat(invocation.exitCode()).isEqualTo(ExitStatus.USAGE.code());
    assertThat(invocation.err()).contains("--stdin", folder + "/none", "check the path");
  }

  @Test
  void exitCodeOfTheGuestIsPassedOn() {
    assertThat(Invocation.of("run", echo, "two", "three").exitCode()).isEqualTo(3);
  }

  @Test
  void guestSeesTheVariablesGivenAndNoOthers() {
    Invocation invocation = Invocation.of("run", "--env", "A=1", "--env", "B=x=y", echo);

    assertThat(invocation.out()).isEqualTo("A=1\nB=x=y\n");
  }

  /** As containers do: a variable that may be set or not is passed on if it is. */
  @Test
  void variableThatIsNotSetIsNotPassedOn() {
    Invocation invocation = Invocation.of("run", "--env", "NO_SUCH_VARIABLE_HERE", echo);

    assertThat(invocation).isEqualTo(Invocation.of("run", echo));
  }

  @Test
  void guestSeesTheFolderUnderItsOwnPath() {
    Invocation invocation = Invocation.of("run", "--dir", folder + "::/data", echo);

    assertThat(invocation.out()).isEqualTo("/data\n");
  }

  @Test
  void timeoutEndsTheGuest() throws IOException {
    String spin = Invocation.copy("spin", folder);
    Invocation invocation = Invocation.of("run", "--timeout", "50ms", spin);

    assertThat(invocation.exitCode()).isEqualTo(ExitStatus.GUEST_TRAPPED.code());
    assertThat(invocation.err())
        .startsWith("wasm2java: spin.wasm: trap: interrupt (deadline of 50 ms passed)");
  }

  /** The guest grows its memory and then reads behind it. */
  @Test
  void accessesOfTheReserveDoNotTrap() throws Exception {
    String module = Invocation.copy("reserve", folder);
    assertThat(Invocation.of("run", module).exitCode()).isEqualTo(ExitStatus.GUEST_TRAPPED.code());
    assertThat(Invocation.of("run", "--growth-reserve", "2", module))
        .isEqualTo(new Invocation(0, "", ""));
    Invocation.of("jar", module, "-o", folder.resolve("out.jar").toString());
    assertThat(runJar("")).contains("out of bounds memory access");
    assertThat(runJar("-Dwasm2java.growth-reserve=2")).isEmpty();
  }

  private String runJar(String property) throws IOException, InterruptedException {
    return ChildProcess.output(folder, "C", "\"$JAVA\" " + property + " -jar out.jar");
  }

  @Test
  void reserveIsANumberOfPages() {
    for (String wrong : new String[] {"many", "-1"}) {
      Invocation invocation = Invocation.of("run", "--growth-reserve", wrong, echo);
      assertThat(invocation.exitCode()).isEqualTo(ExitStatus.USAGE.code());
      assertThat(invocation.err()).contains("'" + wrong + "' is no reserve", "pages of 64 KiB");
    }
  }

  @Test
  void timeoutWithoutAUnitIsRefused() {
    assertThat(Invocation.of("run", "--timeout", "50", echo).err())
        .contains("--timeout", "'50' is no time", "500ms, 10s, 2m or 1h");
  }

  @Test
  void fuelLimitEndsTheGuestAfterTheCallsThatTheTraceShows() throws IOException {
    String spin = Invocation.copy("spin", folder);
    Invocation invocation = Invocation.of("run", "--fuel-limit", "1000", "--listen", "work", spin);

    assertThat(invocation.exitCode()).isEqualTo(ExitStatus.GUEST_TRAPPED.code());
    assertThat(invocation.err())
        .startsWith("> work(21)\n< work = 42\n")
        .contains("trap: all fuel consumed");
  }

  @Test
  void timingsNameThePhases() {
    Invocation invocation = Invocation.of("run", "--timings", echo);

    assertThat(invocation.err())
        .contains("decode", "validate", "code", "javac", "total", " ms ")
        .containsPattern(" [1-9]\\d* MB heap");
  }

  @Test
  void trapIsToldWithThePlaceInTheGuest() throws IOException {
    Invocation invocation = Invocation.of("run", Invocation.copy("divide", folder));

    assertThat(invocation.exitCode()).isEqualTo(ExitStatus.GUEST_TRAPPED.code());
    assertThat(invocation.err())
        .contains("divide.wasm: trap: integer divide by zero\n    at divide_by_zero (")
        .contains("module Divide, offset 0x")
        .doesNotContain(".java", "java.base", "WasmFunction", "invoke");
  }
}
