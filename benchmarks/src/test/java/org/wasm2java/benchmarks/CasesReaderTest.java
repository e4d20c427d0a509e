package org.wasm2java.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a folder of programs may say, and what a user is told of a line that says something else.
 */
class CasesReaderTest {
  private static final String HEADER = "name\targv\tstdin\tstdout_md5";
  private static final String MD5 = "a6328921a653cab5b56345e3ccb73fec";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void makeModule() throws IOException {
    file = folder.resolve("cases.tsv");
    Files.createDirectories(folder.resolve("wasm"));
    Files.createFile(folder.resolve("wasm/fib.wasm"));
    Files.createFile(folder.resolve("wasm/lua.wasm"));
  }

  private List<BenchCase> read(String... lines) throws IOException {
    Files.write(file, List.of(lines));
    return CasesReader.readAll(List.of(folder));
  }

  @Test
  void lineIsACase() throws IOException {
    Files.createFile(folder.resolve("in.lua"));

    assertThat(read(HEADER, "fib\t--size 10\t-\t" + MD5, "lua\t\tin.lua\t" + MD5))
        .containsExactly(
            new BenchCase(
                "fib",
                List.of("--size", "10"),
                Optional.empty(),
                MD5,
                folder.resolve("wasm/fib.wasm"),
                "kernels"),
            new BenchCase(
                "lua",
                List.of(),
                Optional.of(folder.resolve("in.lua")),
                MD5,
                folder.resolve("wasm/lua.wasm"),
                "programs"));
  }

  @Test
  void fifthColumnIsTheGroup() throws IOException {
    assertThat(read(HEADER + "\tgroup", "fib\t1\t-\t" + MD5 + "\tmine"))
        .extracting(BenchCase::group)
        .containsExactly("mine");
  }

  @Test
  void emptyLinesAndCommentsAreNoCases() throws IOException {
    assertThat(read(HEADER, "", "# fib", "fib\t1\t-\t" + MD5)).hasSize(1);
  }

  @Test
  void foldersFollowOneAnother(@TempDir Path other) throws IOException {
    Files.createDirectories(other.resolve("wasm"));
    Files.createFile(other.resolve("wasm/own.wasm"));
    Files.write(other.resolve("cases.tsv"), List.of(HEADER, "own\t\t-\t" + MD5));
    Files.write(file, List.of(HEADER, "fib\t1\t-\t" + MD5));

    assertThat(CasesReader.readAll(List.of(folder, other)))
        .extracting(BenchCase::name)
        .containsExactly("fib", "own");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fib 1 - MD5               | expected 4 cells with tabs between, found 1",
        "fib→1→-→MD5→more          | expected 4 cells with tabs between, found 5",
        "../fib→1→-→MD5            | name: expected letters, digits, '_', '.' and '-', found '../fib'",
        "fob→1→-→MD5               | expected the module of fob in FOLDER/wasm/fob.wasm, which is no file",
        "fib→1→none.txt→MD5        | stdin: expected a file, or - for none, found FOLDER/none.txt, which is none",
        "fib→1→-→A6328921          | stdout_md5: expected 32 digits in lower-case hexadecimal, found 'A6328921'",
      })
  void badLineIsNamedWithWhatIsExpected(String line, String message) {
    String text = line.strip().replace('→', '\t').replace("MD5", MD5);

    assertThatThrownBy(() -> read(HEADER, text))
        .isInstanceOf(BadCasesException.class)
        .hasMessage(file + ":2: " + message.replace("FOLDER", folder.toString()));
  }

  @Test
  void allBadLinesAreToldAtOnce() {
    assertThatThrownBy(() -> read(HEADER, "fib", "fib\t1\t-\t" + MD5, "fib\t2\t-\t" + MD5))
        .hasMessage(
            "%1$s:2: expected 4 cells with tabs between, found 1\n".formatted(file)
                + "%1$s:4: name: expected one that no other case has, found 'fib', as in %1$s:3"
                    .formatted(file));
  }

  @Test
  void headerIsExpected() {
    assertThatThrownBy(() -> read("fib\t1\t-\t" + MD5))
        .hasMessage(
            file
                + ":1: expected the columns name argv stdin stdout_md5, with tabs between, and"
                + " perhaps group");
  }

  @Test
  void folderWithoutCasesIsNamed() {
    assertThatThrownBy(() -> CasesReader.readAll(List.of(folder)))
        .hasMessage(
            file + ": cannot be read; a folder with programs has cases.tsv and wasm/NAME.wasm");
  }

  @Test
  void commandTellsOfBadCasesWithoutAStackTrace() throws IOException {
    Files.write(file, List.of(HEADER, "fib"));
    StringWriter err = new StringWriter();

    int exitCode =
        Main.commandLine()
            .setErr(new PrintWriter(err, true))
            .execute("--bench", folder.toString(), "--out", folder.resolve("out").toString());

    assertThat(exitCode).isEqualTo(2);
    assertThat(err.toString().strip())
        .isEqualTo(file + ":2: expected 4 cells with tabs between, found 1");
  }
}
