package org.wasm2java.aot.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wasm2java.aot.structure.MainSources.MainSource;

/** Holds what CONTRIBUTING.md says of packages, over all modules. */
class PackagesTest {
  private static final int MOST_FILES = 30;

  /** The package that users import from, and two that are tables: of opcodes and of operators. */
  private static final Map<String, Integer> MOST_FILES_OF =
      Map.of(
          "org.wasm2java.runtime",
          50,
          "org.wasm2java.aot.instruction",
          Integer.MAX_VALUE,
          "org.wasm2java.runtime.ops",
          Integer.MAX_VALUE);

  private static final List<MainSource> SOURCES = MainSources.all();

  private static List<String> tooLarge(List<MainSource> sources) {
    List<String> found = new ArrayList<>();
    Packages.sizes(sources)
        .forEach(
            (name, files) -> {
              if (files > MOST_FILES_OF.getOrDefault(name, MOST_FILES)) {
                found.add(name + " has " + files + " files");
              }
            });
    return found;
  }

  /** Returns descriptions of packages without the annotation; the runtime has the JDK alone. */
  private static List<String> nullable(List<MainSource> sources) {
    return sources.stream()
        .filter(source -> source.fileName().equals("package-info.java"))
        .filter(source -> !source.path().startsWith("runtime-support/"))
        .filter(source -> !source.lines().contains("@NullMarked"))
        .map(MainSource::path)
        .toList();
  }

  @Test
  void packagesAreSmall() {
    assertThat(tooLarge(SOURCES)).isEmpty();
  }

  @Test
  void packagesDoNotUseEachOtherInCircles() {
    assertThat(Packages.cycles(SOURCES)).isEmpty();
  }

  @Test
  void nothingIsNullUnlessItSaysSo() {
    assertThat(nullable(SOURCES)).isEmpty();
  }

  private static MainSource of(String packageName, String name, String... lines) {
    List<String> all = new ArrayList<>(List.of("package " + packageName + ";"));
    all.addAll(List.of(lines));
    return MainSource.sample("a/" + name, all.toArray(String[]::new));
  }

  @Test
  void largePackagesAreFound() {
    List<MainSource> sources = new ArrayList<>();
    for (int i = 0; i < MOST_FILES; i++) {
      sources.add(of("org.wasm2java.a", "C" + i + ".java"));
    }
    sources.add(of("org.wasm2java.a", "package-info.java"));
    sources.add(of("org.wasm2java.a.b", "D.java"));
    assertThat(tooLarge(sources)).isEmpty();
    sources.add(of("org.wasm2java.a", "E.java"));
    assertThat(tooLarge(sources)).containsExactly("org.wasm2java.a has 31 files");
  }

  @Test
  void circlesAreFound() {
    List<MainSource> line =
        List.of(
            of("org.wasm2java.a", "A.java", "import org.wasm2java.b.B;"),
            of("org.wasm2java.b", "B.java", "import static org.wasm2java.c.C.of;"),
            of("org.wasm2java.c", "C.java", " * {@link org.wasm2java.a.A}"));
    assertThat(Packages.cycles(line)).isEmpty();
    List<MainSource> circle = new ArrayList<>(line);
    circle.add(of("org.wasm2java.c", "D.java", "  private org.wasm2java.a.A first;"));
    assertThat(Packages.cycles(circle))
        .containsExactly("[org.wasm2java.a, org.wasm2java.b, org.wasm2java.c]");
  }

  @Test
  void packagesThatAreNotNullMarkedAreFound() {
    assertThat(nullable(List.of(of("org.wasm2java.a", "package-info.java")))).hasSize(1);
    MainSource marked =
        MainSource.sample("a/package-info.java", "@NullMarked", "package org.wasm2java.a;");
    assertThat(nullable(List.of(marked))).isEmpty();
  }
}
