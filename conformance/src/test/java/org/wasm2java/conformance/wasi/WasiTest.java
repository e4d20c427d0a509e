package org.wasm2java.conformance.wasi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wasm2java.conformance.ForkedJava;
import org.wasm2java.conformance.SharedFiles;
import org.wasm2java.conformance.Tsv;

/**
 * The WASI preview 1 suite through generated Java, on the JDK that builds and on JDK 25. {@code
 * src/test/resources/wasi/exceptions.tsv} lists the tests that do not pass today; these tests fail
 * when one more fails, and when one of them passes, so that the list stays true.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WasiTest {
  private static final Path JARS = Path.of("target", "wasi").toAbsolutePath();
  private static final Path REPORT = Path.of("target", "wasi-report.tsv");

  private final List<WasiResult> allResults = new ArrayList<>();
  private WasiSuite suite = new WasiSuite(Path.of(""), JARS);

  @TempDir Path folder;

  @BeforeAll
  void translate() throws IOException {
    Files.deleteIfExists(REPORT);
    suite = new WasiSuite(SharedFiles.require("wasi-tests/wasi-testsuite.zip"), JARS);
    suite.translateAll();
  }

  @AfterAll
  void report() throws IOException {
    if (!allResults.isEmpty()) {
      WasiSuite.write(REPORT, allResults);
    }
  }

  @Test
  void everyTestPassesButTheListedOnes() throws Exception {
    check(suite.runAll(Files.createDirectories(folder.resolve("here"))));
  }

  @Test
  void everyTestPassesOnJdk25ButTheListedOnes() throws Exception {
    ForkedJava java = ForkedJava.jdk25();
    Path work = Files.createDirectories(folder.resolve("jdk25"));
    Path results = folder.resolve("jdk25.tsv");
    java.run(
        folder,
        Optional.empty(),
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            WasiSuite.class.getName(),
            suite.archive().toString(),
            JARS.toString(),
            work.toString(),
            results.toString()));
    check(Tsv.parse(Files.readString(results)).stream().map(WasiResult::ofRow).toList());
  }

  private void check(List<WasiResult> results) throws IOException {
    allResults.addAll(results);
    print(results);
    assertThat(notPassed(results))
        .as("tests that do not pass; reasons are in target/wasi-report.tsv")
        .containsExactlyEntriesOf(stated());
  }

  private static void print(List<WasiResult> results) {
    Map<String, Integer> counts = new TreeMap<>();
    results.forEach(r -> counts.merge(r.suite() + " " + r.result(), 1, Integer::sum));
    System.out.println("WASI suite on JDK " + results.get(0).jdk() + ": " + counts);
  }

  private static Map<String, String> notPassed(List<WasiResult> results) {
    Map<String, String> names = new TreeMap<>();
    for (WasiResult result : results) {
      if (!result.result().equals(WasiResult.PASSED)) {
        names.put(result.suite() + "/" + result.test(), result.result());
      }
    }
    return names;
  }

  private static Map<String, String> stated() throws IOException {
    Map<String, String> names = new TreeMap<>();
    try (InputStream in = WasiTest.class.getResourceAsStream("/wasi/exceptions.tsv")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      for (List<String> row : Tsv.parse(text)) {
        names.put(row.get(0) + "/" + row.get(1), row.get(2));
      }
    }
    return names;
  }
}
