package org.wasm2java.conformance.wasi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.wasm2java.aot.JarOptions;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.aot.Translator;
import org.wasm2java.benchmarks.LoadedModule;
import org.wasm2java.conformance.Tsv;
import org.wasm2java.wasi.Wasi;

/**
 * Translates the suite's modules to jars once, and runs them on whichever JVM calls {@link #runAll}
 * or starts {@link #main}. The classes are the same on every JDK.
 *
 * @param archive the suite
 * @param jars the folder of the generated jars
 */
record WasiSuite(Path archive, Path jars) {
  private static final Duration TIME_LIMIT = Duration.ofSeconds(60);
  private static final String THREADS_SUITE = "wasi-threads";
  private static final String CLASS_NAME = "suite.Guest";

  /** Runs {@code ARCHIVE JARS WORK RESULTS}: writes a table of the results. */
  public static void main(String[] args) throws Exception {
    List<WasiResult> results =
        new WasiSuite(Path.of(args[0]), Path.of(args[1])).runAll(Path.of(args[2]));
    write(Path.of(args[3]), results);
    System.exit(0); // a guest that has not ended would keep the JVM alive
  }

  /** Writes a table of results. */
  static void write(Path file, List<WasiResult> results) throws IOException {
    Tsv.write(file, WasiResult.HEADER, results.stream().map(WasiResult::row).toList());
  }

  /** Writes a jar for each test that can run. */
  void translateAll() throws IOException {
    Files.createDirectories(jars);
    for (WasiCase test : WasiCase.readAll(archive)) {
      if (!test.suite().equals(THREADS_SUITE)) {
        try (OutputStream out = Files.newOutputStream(jar(test))) {
          new Translator(TranslationOptions.builder(CLASS_NAME).build())
              .compile(test.wasm())
              .writeJar(out, JarOptions.builder().bundleRuntime(false).build());
        }
      }
    }
  }

  /**
   * Runs every test on this JVM.
   *
   * @param work a folder for the tests' own folders
   */
  List<WasiResult> runAll(Path work) throws Exception {
    List<WasiResult> results = new ArrayList<>();
    for (WasiCase test : WasiCase.readAll(archive)) {
      results.add(
          test.suite().equals(THREADS_SUITE)
              ? WasiResult.here(
                  test, WasiResult.NOT_RUN, "needs the threads proposal and wasi-threads")
              : run(test, work));
    }
    return results;
  }

  private WasiResult run(WasiCase test, Path work) throws Exception {
    FutureTask<String> task = new FutureTask<>(() -> problems(test, work));
    Thread thread = new Thread(task, test.name());
    thread.setDaemon(true);
    thread.start();
    try {
      String problems = task.get(TIME_LIMIT.toSeconds(), TimeUnit.SECONDS);
      return WasiResult.here(
          test, problems.isEmpty() ? WasiResult.PASSED : WasiResult.FAILED, problems);
    } catch (TimeoutException e) {
      return WasiResult.here(
          test, WasiResult.FAILED, "no end within " + TIME_LIMIT.toSeconds() + " s");
    } catch (ExecutionException e) {
      return WasiResult.here(test, WasiResult.FAILED, e.getCause().toString());
    }
  }

  private String problems(WasiCase test, Path work) throws IOException {
    LoadedModule module = LoadedModule.fromJar(jar(test), CLASS_NAME);
    ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    List<String> arguments = new ArrayList<>(test.arguments());
    arguments.add(0, test.name() + ".wasm");
    Wasi.Builder grants = Wasi.builder().args(arguments).stdout(stdout).stderr(stderr);
    test.environment().forEach(grants::env);
    if (test.root() != null) {
      grants.preopen("/", test.unpackRoot(archive, work));
    }
    int exitCode = module.run(test.name(), grants);
    return test.judge(exitCode, stdout.toByteArray(), stderr.toByteArray());
  }

  private Path jar(WasiCase test) {
    return jars.resolve(test.suite() + "-" + test.name() + ".jar");
  }
}
