package org.wasm2java.aot.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.wasm2java.aot.source.name.ReservedNames;
import org.wasm2java.aot.structure.ParsedSources.ParsedLiteral;

/**
 * Holds that the package {@code source} writes no class name by hand: a name in a string reaches a
 * file without its import, which only files that are seldom written lack.
 */
class WrittenNamesTest {
  /** What names of modules end with; that it is a class of the JDK too does not matter. */
  private static final String SUFFIX = "Module";

  private static final Pattern NAME = Pattern.compile("(?<![\\w$])[A-Z]\\w*");

  private static final ParsedSources SOURCES =
      new ParsedSources(
          MainSources.all().stream()
              .filter(source -> source.path().contains("/org/wasm2java/aot/source/"))
              .toList());

  private static Set<String> runtimeClasses() {
    Set<String> names = new TreeSet<>();
    Set<String> packages = RuntimeSignaturesTest.exported();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.wasm2java.runtime", "org.wasm2java.wasi")) {
      boolean exported = packages.contains(type.getPackageName());
      if (exported && type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC)) {
        names.add(type.getSimpleName());
      }
    }
    return names;
  }

  private static boolean isClassOfTheJdk(String simpleName) {
    for (String packageName : List.of("java.lang", "java.util", "java.lang.invoke")) {
      try {
        Class.forName(packageName + "." + simpleName, false, null);
        return true;
      } catch (ClassNotFoundException e) {
        continue;
      }
    }
    return false;
  }

  @Test
  void classesAreNamedThroughTheirImports() {
    Set<String> runtime = runtimeClasses();
    assertThat(runtime).contains("Memory", "Access", "DataSegments", "WasiCommand");
    Set<String> raw = new TreeSet<>();
    for (ParsedLiteral literal : SOURCES.literals()) {
      Matcher names = NAME.matcher(literal.text());
      while (names.find()) {
        String name = names.group();
        if (runtime.contains(name) || (isClassOfTheJdk(name) && !name.equals(SUFFIX))) {
          raw.add(literal.place() + " writes " + name + " in \"" + literal.text() + "\"");
        }
      }
    }
    assertThat(SOURCES.literals()).hasSizeGreaterThan(300);
    assertThat(raw).isEmpty();
  }

  /** Otherwise what a module imports from could hide them. */
  @Test
  void classesThatWritersNameAreReserved() {
    assertThat(SOURCES.classes()).hasSizeGreaterThan(100);
    assertThat(SOURCES.classes())
        .filteredOn(named -> Character.isUpperCase(named.simpleName().charAt(0)))
        .filteredOn(named -> !named.simpleName().endsWith("[]"))
        .filteredOn(named -> !ReservedNames.hides(named.simpleName()))
        .isEmpty();
  }
}
