package org.wasm2java.aot.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keeps docs/spec-coverage.md what the rows say; {@code -Dgolden=update} writes it anew. */
class SpecCoverageTest {
  private static final Path PAGE = Path.of("..", "docs", "spec-coverage.md");

  @Test
  void thePageIsWhatTheRowsSay() throws IOException {
    String page = page(OpcodeRows.all());
    if ("update".equals(System.getProperty("golden"))) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).as("run with -Dgolden=update and review the difference").exists();
    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  private static String page(List<Opcode> rows) {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Coverage of the WebAssembly specification

        Every instruction of WebAssembly 3.0, of the threads proposal and of legacy exception
        handling is decoded and validated. This page says which of them become Java; a module
        that uses another one is rejected with an `unsupported` error that names the feature,
        the function and the offset. The page is written by `SpecCoverageTest` from the opcode
        table (`mvn -pl aot-core -am test -Dgolden=update`): change the rows, not the page.

        ## By feature

        | feature | instructions | translated |
        |---|---:|---:|
        """);
    for (Feature feature : Feature.values()) {
      List<Opcode> ofFeature = rows.stream().filter(row -> row.feature() == feature).toList();
      if (!ofFeature.isEmpty()) {
        long translated = ofFeature.stream().filter(SpecCoverageTest::isTranslated).count();
        page.append("| %s | %d | %d |\n".formatted(feature.text(), ofFeature.size(), translated));
      }
    }
    page.append(
        """

        ## By instruction

        | code | instruction | feature | translated |
        |---|---|---|---|
        """);
    rows.forEach(row -> page.append(line(row)));
    return page.toString();
  }

  private static String line(Opcode row) {
    return "| %s | `%s` | %s | %s |\n"
        .formatted(
            code(row), row.text(), row.feature().text(), isTranslated(row) ? "yes" : "pending");
  }

  private static String code(Opcode row) {
    int prefix = row.code() >>> 16;
    int number = row.code() & 0xFFFF;
    return prefix == 0 ? "`%02X`".formatted(number) : "`%02X %02X`".formatted(prefix, number);
  }

  private static boolean isTranslated(Opcode row) {
    return !(row.javaForm() instanceof JavaForm.Untranslated);
  }
}
