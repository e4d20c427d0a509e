package org.wasm2java.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The script that starts a jar: what the program prints and ends with, with and without a cache.
 */
class StartScriptTest {
  /** Has what a shell or a list of options could take apart. */
  private static final List<String> ARGUMENTS = List.of("a  b", "*", "-version", "$HOME", "");

  private static final String PRINTED = "a  b\n*\n-version\n$HOME\n\n";

  /** The module ends with the number of its arguments, its own name among them. */
  private static final int EXIT_CODE = 6;

  private static final List<String> MADE = List.of("echo", "echo.jar", "echo.cache");

  @TempDir private static Path made;
  @TempDir private Path temporary;
  private Path folder;
  private Path script;

  /** A Java to start programs with. */
  enum Jdk {
    OF_THE_BUILD,
    JDK_25;

    /** Returns the home; a JDK 25 is named by {@code JDK25_HOME} or beside that of the build. */
    Optional<Path> home() throws IOException {
      Path own = Path.of(System.getProperty("java.home"));
      if (this == OF_THE_BUILD || Runtime.version().feature() == 25) {
        return Optional.of(own);
      }
      String named = System.getenv("JDK25_HOME");
      if (named != null) {
        return Optional.of(Path.of(named));
      }
      try (Stream<Path> others = Files.list(own.toRealPath().resolveSibling("."))) {
        return others.sorted().filter(Jdk::isOfVersion25).findFirst();
      }
    }

    private static boolean isOfVersion25(Path home) {
      try {
        return Files.isExecutable(home.resolve("bin/java"))
            && Files.readString(home.resolve("release")).contains("JAVA_VERSION=\"25");
      } catch (IOException e) {
        return false;
      }
    }

    Path homeOrSkip() throws IOException {
      Optional<Path> home = home();
      assumeTrue(home.isPresent(), "there is no JDK 25 in JDK25_HOME or beside that of the build");
      return home.get();
    }
  }

  private record Ended(int code, String out, String err) {}

  @BeforeAll
  static void makeJar() throws IOException {
    Invocation jar = jarOfEcho(made, "echo.jar");
    assertThat(jar.exitCode()).as(jar.err()).isZero();
    assertThat(jar.out()).contains(made.resolve("echo") + ": a script that starts it");
  }

  /** Makes a jar and its script in a folder that the module is copied to. */
  private static Invocation jarOfEcho(Path folder, String jar) throws IOException {
    String module = Invocation.copy("echo", folder);
    return Invocation.of("jar", "--start-script", module, "-o", folder.resolve(jar).toString());
  }

  @BeforeEach
  void copyToAFolder() throws IOException {
    folder = Files.createDirectories(temporary.resolve("folder"));
    script = folder.resolve("echo");
    copy("echo.jar", folder);
    copy("echo", folder);
  }

  private static void copy(String name, Path to) throws IOException {
    Files.copy(made.resolve(name), to.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
  }

  private Ended run(Jdk jdk, String options, boolean makes, Path started)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(started.toString()));
    command.addAll(ARGUMENTS);
    Path out = temporary.resolve("out.txt");
    Path err = temporary.resolve("err.txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(temporary.toFile());
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().put("JAVA_HOME", jdk.homeOrSkip().toString());
    builder.environment().put("WASM2JAVA_JAVA_OPTIONS", options);
    builder.environment().put("WASM2JAVA_CACHE", makes ? "make" : "");
    List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS").forEach(builder.environment()::remove);
    Process process = builder.start();
    process.getOutputStream().close();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return new Ended(
        process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }

  private Ended run(Jdk jdk) throws IOException, InterruptedException {
    return run(jdk, "", false, script);
  }

  private Path makeCache(Jdk jdk) throws IOException, InterruptedException {
    assertRight(run(jdk, "", true, script));
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> caches =
          files.filter(file -> !MADE.contains(file.getFileName().toString())).toList();
      assertThat(caches).as("nothing else is left behind").hasSize(1);
      return caches.get(0);
    }
  }

  private static void assertRight(Ended ended) {
    assertThat(ended).isEqualTo(new Ended(EXIT_CODE, PRINTED, ""));
  }

  /** Returns where the JVM had the module's class from, as it says itself. */
  private String sourceOfTheClass(Jdk jdk) throws IOException, InterruptedException {
    Path log = temporary.resolve("classes.log");
    assertRight(run(jdk, "-Xlog:class+load:file=classes.log", false, script));
    try (Stream<String> lines = Files.lines(log)) {
      return lines.filter(line -> line.contains(" Echo source: ")).findFirst().orElseThrow();
    }
  }

  @ParameterizedTest
  @EnumSource(Jdk.class)
  void programRunsAsWithoutTheScript(Jdk jdk) throws Exception {
    assertRight(run(jdk));
    assertThat(sourceOfTheClass(jdk)).contains("source: file:");
  }

  @ParameterizedTest
  @EnumSource(Jdk.class)
  void runsAfterOneThatMakesACacheUseIt(Jdk jdk) throws Exception {
    Path cache = makeCache(jdk);

    assertThat(cache.getFileName().toString()).matches("echo\\.(aot|jsa)");
    assertThat(sourceOfTheClass(jdk)).contains("shared objects file");
  }

  @ParameterizedTest
  @EnumSource(Jdk.class)
  void linkFromElsewhereUsesTheCacheToo(Jdk jdk) throws Exception {
    makeCache(jdk);
    Path link = Files.createSymbolicLink(temporary.resolve("link"), Path.of("folder/echo"));

    assertRight(run(jdk, "-Xlog:class+load:file=classes.log", false, link));
    assertThat(Files.readString(temporary.resolve("classes.log")))
        .containsPattern(" Echo source: shared objects file");
  }

  @ParameterizedTest
  @EnumSource(Jdk.class)
  void brokenCachesAreNotUsed(Jdk jdk) throws Exception {
    Path cache = makeCache(jdk);
    byte[] bytes = Files.readAllBytes(cache);

    Files.write(cache, new byte[] {1, 2, 3});
    assertRight(run(jdk));
    Files.write(cache, Arrays.copyOf(bytes, bytes.length / 2));
    assertRight(run(jdk));
    byte[] changed = bytes.clone();
    Arrays.fill(changed, bytes.length / 4, bytes.length / 4 + 10_000, (byte) 0x5a);
    Files.write(cache, changed);
    assertRight(run(jdk));
  }

  @ParameterizedTest
  @EnumSource(Jdk.class)
  void cacheOfAnOlderJarIsNotUsed(Jdk jdk) throws Exception {
    makeCache(jdk);
    Files.setLastModifiedTime(jar(), FileTime.from(Instant.now().plusSeconds(60)));

    assertThat(sourceOfTheClass(jdk)).contains("source: file:");
  }

  @ParameterizedTest
  @EnumSource(Jdk.class)
  void cacheOfAnotherJarIsNotUsed(Jdk jdk) throws Exception {
    makeCache(jdk);
    FileTime time = Files.getLastModifiedTime(jar());
    try (FileSystem entries = FileSystems.newFileSystem(jar())) {
      Files.writeString(entries.getPath("more.txt"), "more");
    }
    Files.setLastModifiedTime(jar(), time);

    assertThat(sourceOfTheClass(jdk)).contains("source: file:");
  }

  /** The first lambda of a process takes 10 to 20 ms. */
  @ParameterizedTest
  @EnumSource(Jdk.class)
  void startHasNoLambda(Jdk jdk) throws Exception {
    assertRight(run(jdk, "-Xlog:class+load:file=classes.log", false, script));

    assertThat(Files.readString(temporary.resolve("classes.log")))
        .contains(" org.wasm2java.wasi.WasiCommand ")
        .doesNotContainPattern(" (Echo|org\\.wasm2java)\\S*\\$\\$Lambda");
  }

  private Path jar() {
    return folder.resolve("echo.jar");
  }

  @Test
  void cacheOfAnotherJavaIsNotUsed() throws Exception {
    makeCache(Jdk.JDK_25);
    assertRight(run(Jdk.OF_THE_BUILD));

    makeCache(Jdk.OF_THE_BUILD);
    assertRight(run(Jdk.JDK_25));
  }

  @ParameterizedTest
  @EnumSource(Jdk.class)
  void movedFoldersStart(Jdk jdk) throws Exception {
    makeCache(jdk);
    Path moved = Files.move(folder, temporary.resolve("moved to another"));

    assertRight(run(jdk, "", false, moved.resolve("echo")));
  }

  @Test
  void scriptHasNoNamesOfThisMachineInIt() throws IOException {
    assertThat(Files.readString(script)).doesNotContain("echo.jar", made.toString());
    assertThat(Files.isExecutable(script)).isTrue();
  }

  @Test
  void scriptNeedsAProgramThatTheJarCanStart() throws IOException {
    String library = Invocation.copy("add", temporary);
    String jar = temporary.resolve("out.jar").toString();

    assertRefused("it exports no function _start", "jar", "--start-script", library, "-o", jar);
    assertRefused(
        "leave out --no-runtime", "jar", "--start-script", "--no-runtime", library, "-o", jar);
    assertRefused(
        "must end in .jar",
        "jar",
        "--start-script",
        library,
        "-o",
        temporary.resolve("out").toString());
    assertThat(temporary.resolve("out.jar")).doesNotExist();
  }

  @Test
  void existingScriptIsLeftAlone() throws IOException {
    Files.writeString(temporary.resolve("out"), "precious");

    Invocation invocation = jarOfEcho(temporary, "out.jar");

    assertThat(invocation.exitCode()).isEqualTo(ExitStatus.INPUT_OUTPUT.code());
    assertThat(temporary.resolve("out")).hasContent("precious");
    assertThat(temporary.resolve("out.jar")).doesNotExist();
  }

  private static void assertRefused(String reason, String... arguments) {
    Invocation invocation = Invocation.of(arguments);
    assertThat(invocation.exitCode()).isEqualTo(ExitStatus.USAGE.code());
    assertThat(invocation.err()).contains("--start-script", reason);
  }
}
