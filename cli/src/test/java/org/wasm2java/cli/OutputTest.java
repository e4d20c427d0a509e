package org.wasm2java.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wasm2java.runtime.Store;

/** What the commands write, and what they leave alone. */
class OutputTest {
  @TempDir private Path folder;
  private String add;
  private Path jar;
  private Path sources;

  @BeforeEach
  void copyModule() throws IOException {
    add = Invocation.copy("add", folder);
    jar = folder.resolve("add.jar");
    sources = folder.resolve("sources");
  }

  @Test
  void optionsOfTheCodeAreInTheSources() throws IOException {
    Path out = folder.resolve("stoppable");
    Invocation.of(
        "translate",
        "--interruptible",
        "--fuel",
        Invocation.copy("spin", folder),
        "-d",
        out.toString());

    assertThat(out.resolve("Spin.java")).content().contains("Checkpoint.stopped(", "this.fuel -=");
  }

  @Test
  void aModuleThatUsesWhatIsRefusedIsRejected() throws IOException {
    String many = Invocation.copy("many", folder);
    Path out = folder.resolve("refused");
    Invocation refused =
        Invocation.of("translate", "--features=-memory64", many, "-d", out.toString());

    assertThat(refused.exitCode()).isEqualTo(ExitStatus.BAD_MODULE.code());
    assertThat(refused.err()).contains("refused: ", "--features=-memory64 was given");
    assertThat(out).doesNotExist();
  }

  @Test
  void aFeatureThatDoesNotExistIsAWrongArgument() {
    Invocation wrong =
        Invocation.of("translate", "--features=-nothing", add, "-d", sources.toString());

    assertThat(wrong.exitCode()).isEqualTo(ExitStatus.USAGE.code());
    assertThat(wrong.err()).contains("--features", "\"-nothing\" refuses nothing");
  }

  @Test
  void modulesInOneFolderShareTheFileByWhichTheyAreFound() throws IOException {
    assertSuccess(translate());
    assertSuccess(Invocation.of("translate", add, "-d", sources.toString(), "--class", "a.Sum"));

    assertThat(sources.resolve("META-INF/services/org.wasm2java.runtime.ModuleDescriptor"))
        .hasContent("a.Sum$Descriptor\ncom.acme.Add$Descriptor\n");
  }

  @Test
  void jarWorksOnAClassPathByItself() throws Exception {
    assertSuccess(makeJar());

    URL[] classPath = {jar.toUri().toURL()};
    try (URLClassLoader loader =
        new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
      Class<?> storeType = loader.loadClass(Store.class.getName());
      Class<?> addType = loader.loadClass("com.acme.Add");
      Object instance =
          addType
              .getMethod("instantiate", storeType)
              .invoke(null, storeType.getConstructor().newInstance());
      assertThat(addType.getMethod("add", int.class, int.class).invoke(instance, 40, 2))
          .isEqualTo(42);
    }
  }

  @Test
  void jarWithoutTheRuntimeHoldsTheModuleAlone() throws Exception {
    assertSuccess(makeJar("--no-runtime"));

    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      assertThat(loader.getResource("com/acme/Add.class")).isNotNull();
      assertThat(loader.getResource("org/wasm2java/runtime/Store.class")).isNull();
    }
  }

  @Test
  void classNameDefaultsToTheFileName() {
    assertSuccess(Invocation.of("translate", add, "-d", sources.toString()));

    assertThat(sources.resolve("Add.java")).isRegularFile();
  }

  @Test
  void translationIsSourcesAndResources() throws IOException {
    assertSuccess(translate());

    assertThat(sources.resolve("com/acme/Add.java"))
        .content()
        .contains("package com.acme;", "int add(int");
    assertThat(filesIn(sources)).anyMatch(path -> !path.toString().endsWith(".java"));
  }

  @Test
  void existingOutputIsLeftAlone() throws IOException {
    Files.writeString(jar, "precious");

    Invocation invocation = makeJar();

    assertThat(invocation.exitCode()).isEqualTo(ExitStatus.INPUT_OUTPUT.code());
    assertThat(invocation.err()).contains(jar.toString(), "already exists", "--force");
    assertThat(jar).hasContent("precious");
  }

  @Test
  void existingOutputIsReplacedOnDemand() {
    assertSuccess(makeJar());
    long size = jar.toFile().length();

    assertSuccess(makeJar("--force", "--no-runtime"));

    assertThat(jar.toFile().length()).isLessThan(size);
  }

  @Test
  void oneExistingSourceKeepsAllFromBeingWritten() throws IOException {
    Path existing = sources.resolve("com/acme/Add.java");
    Files.createDirectories(existing.getParent());
    Files.writeString(existing, "precious");

    assertThat(translate().exitCode()).isEqualTo(ExitStatus.INPUT_OUTPUT.code());

    assertThat(filesIn(sources)).containsExactly(existing);
    assertThat(existing).hasContent("precious");
  }

  @Test
  void folderIsNoJar() throws IOException {
    Files.createDirectories(jar);

    Invocation invocation = makeJar("--force");

    assertThat(invocation.exitCode()).isEqualTo(ExitStatus.INPUT_OUTPUT.code());
    assertThat(invocation.err()).contains("is a folder");
  }

  @Test
  void fileInPlaceOfAFolderLeavesNothingBehind() throws IOException {
    Files.writeString(folder.resolve("made"), "a file");
    jar = folder.resolve("made/add.jar");

    Invocation invocation = makeJar();

    assertThat(invocation.exitCode()).isEqualTo(ExitStatus.INPUT_OUTPUT.code());
    assertThat(invocation.err()).contains(jar.toString(), "cannot be written");
    assertThat(filesIn(folder)).containsExactlyInAnyOrder(Path.of(add), folder.resolve("made"));
  }

  @Test
  void missingFolderOfTheJarIsNamedAndNotMade() throws IOException {
    jar = folder.resolve("mistyped/add.jar");

    Invocation invocation = makeJar();

    assertThat(invocation.exitCode()).isEqualTo(ExitStatus.INPUT_OUTPUT.code());
    assertThat(invocation.err())
        .startsWith("wasm2java: " + jar + ": cannot be written: there is no folder ")
        .contains(jar.getParent().toString(), "create the folder");
    assertThat(filesIn(folder)).containsExactly(Path.of(add));
  }

  @Test
  void onlyTheLastFolderOfSourcesIsMade() {
    sources = folder.resolve("mistyped/sources");

    Invocation invocation = translate();

    assertThat(invocation.exitCode()).isEqualTo(ExitStatus.INPUT_OUTPUT.code());
    assertThat(invocation.err()).contains("there is no folder " + folder.resolve("mistyped"));
    assertThat(folder.resolve("mistyped")).doesNotExist();
  }

  @Test
  void equalInputsGiveEqualJars() throws IOException {
    assertSuccess(makeJar());
    byte[] first = Files.readAllBytes(jar);
    assertSuccess(makeJar("--force"));

    assertThat(jar).hasBinaryContent(first);
  }

  @Test
  void validateNamesTheFile() {
    assertThat(Invocation.of("validate", add).out()).startsWith(add + ": valid");
  }

  @Test
  void inspectListsExports() {
    Invocation invocation = Invocation.of("inspect", add);

    assertThat(invocation.exitCode()).isZero();
    assertThat(invocation.out()).contains("Exports (2):", "add", "memory", "Imports: none");
  }

  private Invocation makeJar(String... more) {
    Stream<String> arguments =
        Stream.of("jar", add, "-o", jar.toString(), "--class", "com.acme.Add");
    return Invocation.of(Stream.concat(arguments, Stream.of(more)).toArray(String[]::new));
  }

  private Invocation translate() {
    return Invocation.of(
        "translate", add, "--directory", sources.toString(), "--class", "com.acme.Add");
  }

  private static List<Path> filesIn(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths.filter(Files::isRegularFile).toList();
    }
  }

  private static void assertSuccess(Invocation invocation) {
    assertThat(invocation.exitCode()).as(invocation.err()).isZero();
    assertThat(invocation.err()).isEmpty();
  }
}
