package org.wasm2java.conformance.wasi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.aot.Translator;
import org.wasm2java.benchmarks.LoadedModule;
import org.wasm2java.conformance.SharedFiles;
import org.wasm2java.conformance.Tsv;
import org.wasm2java.wasi.Wasi;

/**
 * The WASI preview 1 suite through generated Java. {@code src/test/resources/wasi/exceptions.tsv}
 * lists the tests that do not pass today; this test fails when one more fails, and when one of them
 * passes, so that the list stays true.
 */
class WasiTest {
  private static final Duration TIME_LIMIT = Duration.ofSeconds(60);
  private static final String THREADS_SUITE = "wasi-threads";

  private record Result(WasiCase test, String result, String reason) {
    List<String> row() {
      return List.of(test.suite(), test.name(), result, reason);
    }
  }

  @TempDir Path folder;

  @Test
  void everyTestPassesButTheListedOnes() throws Exception {
    Path archive = SharedFiles.require("wasi-tests/wasi-testsuite.zip");
    List<Result> results = new ArrayList<>();
    for (WasiCase test : WasiCase.readAll(archive)) {
      results.add(
          test.suite().equals(THREADS_SUITE)
              ? new Result(test, "not run", "needs the threads proposal and wasi-threads")
              : run(test, archive));
    }
    Tsv.write(
        Path.of("target/wasi-report.tsv"),
        "suite test result reason",
        results.stream().map(Result::row).toList());
    print(results);
    assertThat(notPassed(results))
        .as("tests that do not pass; reasons are in target/wasi-report.tsv")
        .containsExactlyEntriesOf(stated());
  }

  private Result run(WasiCase test, Path archive) throws Exception {
    FutureTask<String> task = new FutureTask<>(() -> problems(test, archive));
    Thread thread = new Thread(task, test.name());
    thread.setDaemon(true);
    thread.start();
    try {
      String problems = task.get(TIME_LIMIT.toSeconds(), TimeUnit.SECONDS);
      return new Result(test, problems.isEmpty() ? "passed" : "failed", problems);
    } catch (TimeoutException e) {
      return new Result(test, "failed", "no end within " + TIME_LIMIT.toSeconds() + " s");
    } catch (ExecutionException e) {
      return new Result(test, "failed", e.getCause().toString());
    }
  }

  private String problems(WasiCase test, Path archive) throws IOException {
    LoadedModule module =
        LoadedModule.of(
            new Translator(TranslationOptions.builder("suite.Guest").build()).compile(test.wasm()));
    ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    List<String> arguments = new ArrayList<>(test.arguments());
    arguments.add(0, test.name() + ".wasm");
    Wasi.Builder grants = Wasi.builder().args(arguments).stdout(stdout).stderr(stderr);
    test.environment().forEach(grants::env);
    if (test.root() != null) {
      grants.preopen("/", test.unpackRoot(archive, folder));
    }
    int exitCode = module.run(test.name(), grants);
    return test.judge(exitCode, stdout.toByteArray(), stderr.toByteArray());
  }

  private static void print(List<Result> results) {
    Map<String, Integer> counts = new TreeMap<>();
    results.forEach(r -> counts.merge(r.test().suite() + " " + r.result(), 1, Integer::sum));
    System.out.println("WASI suite: " + counts);
  }

  private static Map<String, String> notPassed(List<Result> results) {
    Map<String, String> names = new TreeMap<>();
    for (Result result : results) {
      if (!result.result().equals("passed")) {
        names.put(result.test().suite() + "/" + result.test().name(), result.result());
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
