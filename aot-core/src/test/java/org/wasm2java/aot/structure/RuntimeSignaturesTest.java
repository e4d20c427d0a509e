package org.wasm2java.aot.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wasm2java.aot.GoldenFile;
import org.wasm2java.runtime.generated.RuntimeAbi;

/**
 * Holds what code that was generated earlier relies on: with the same {@link RuntimeAbi#VERSION},
 * signatures are added and never changed. The golden file begins with the version.
 */
class RuntimeSignaturesTest {
  private static final Path GOLDEN = GoldenFile.resources("runtime-signatures.golden");
  private static final Pattern EXPORT = Pattern.compile("exports ([\\w.]+);");
  private static final Set<String> EXPORTED = exported();
  private static final String VERSION = "RuntimeAbi.VERSION ";

  private static SortedSet<String> signatures() {
    List<Class<?>> classes = new ArrayList<>();
    new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.wasm2java.runtime", "org.wasm2java.wasi")
            .stream()
            .filter(type -> EXPORTED.contains(type.getPackageName()))
            .forEach(type -> classes.add(type.reflect()));
    return RuntimeSignatures.of(classes);
  }

  /** Returns the packages that the runtime's module exports to all. */
  static Set<String> exported() {
    return MainSources.all().stream()
        .filter(source -> source.path().equals("runtime-support/src/main/java/module-info.java"))
        .flatMap(source -> EXPORT.matcher(source.text()).results())
        .map(export -> export.group(1))
        .collect(Collectors.toSet());
  }

  private static String text(int version, Iterable<String> signatures) {
    return VERSION + version + "\n" + String.join("\n", signatures) + "\n";
  }

  /** Returns the signatures of a golden file that are not there any more. */
  private static List<String> removed(String golden, SortedSet<String> found) {
    return golden.lines().skip(1).filter(line -> !found.contains(line)).toList();
  }

  private static boolean isOf(String golden, int version) {
    return golden.startsWith(VERSION + version + "\n");
  }

  /** Writing the golden file does not help here: the version has to be another one. */
  @Test
  void aVersionKeepsItsSignatures() {
    String golden = Files.exists(GOLDEN) ? GoldenFile.text(GOLDEN) : "";
    if (isOf(golden, RuntimeAbi.VERSION)) {
      assertThat(removed(golden, signatures()))
          .as(
              "generated code may use signatures that are gone: raise RuntimeAbi.VERSION or add"
                  + " only, then -Dgolden=update (if no release has this version, delete %s first)",
              GOLDEN)
          .isEmpty();
    }
  }

  @Test
  void signaturesAreAsReviewed() {
    SortedSet<String> signatures = signatures();
    String found = text(RuntimeAbi.VERSION, signatures);
    String golden = Files.exists(GOLDEN) ? GoldenFile.text(GOLDEN) : "";
    boolean kept = !isOf(golden, RuntimeAbi.VERSION) || removed(golden, signatures).isEmpty();
    assertThat(found)
        .as("review what is new in the runtime's API, then -Dgolden=update")
        .isEqualTo(kept ? GoldenFile.expected(GOLDEN, found) : golden);
  }

  @Test
  void allExportedPackagesAreHeld() {
    assertThat(EXPORTED)
        .contains("org.wasm2java.runtime", "org.wasm2java.runtime.ops", "org.wasm2java.wasi");
    assertThat(signatures()).anyMatch(line -> line.startsWith("org.wasm2java.wasi.Wasi: "));
  }

  @Test
  void whatIsGoneIsFound() {
    SortedSet<String> found = new TreeSet<>(List.of("a", "b"));
    assertThat(removed(text(7, found), new TreeSet<>(List.of("a", "b", "c")))).isEmpty();
    assertThat(removed(text(7, found), new TreeSet<>(List.of("b", "c")))).containsExactly("a");
    assertThat(isOf(text(7, found), 7)).isTrue();
    assertThat(isOf(text(71, found), 7)).isFalse();
  }

  @Test
  void whatOthersCanNameIsListed() {
    String name = SignatureSample.class.getName() + ": ";
    String parents =
        "java.lang.Object, java.lang.Comparable<" + SignatureSample.class.getName() + ">";
    assertThat(RuntimeSignatures.of(List.of(SignatureSample.class, SignatureSample.Inner.class)))
        .containsExactlyInAnyOrder(
            name + "public abstract type is " + parents,
            name + "protected int width",
            name + "protected new(java.util.List<java.lang.String>)",
            name + "public static final long of(byte[], int[])");
  }
}
