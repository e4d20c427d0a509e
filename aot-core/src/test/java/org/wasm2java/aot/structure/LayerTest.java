package org.wasm2java.aot.structure;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wasm2java.runtime.Memory;

/** Holds the table of packages in docs/architecture.md: a row uses only rows above it. */
class LayerTest {
  private static final String CORE = "org.wasm2java.aot";
  private static final String RUNTIME = "org.wasm2java.runtime";
  private static final String WASI = "org.wasm2java.wasi";

  /** The packages of the line from bytes to sources, in its order. */
  private static final List<String> LINE =
      List.of(
          "diagnostic",
          "type",
          "instruction",
          "module",
          "decode",
          "validate.body",
          "validate",
          "inline",
          "resolve",
          "ir",
          "live",
          "support",
          "callee",
          "lower",
          "lane",
          "optimize.loop",
          "optimize",
          "split",
          "split.method.plan",
          "split.method.group",
          "split.method",
          "source");

  /** The packages of the runtime library, in the order of the table. */
  private static final List<String> RUNTIME_PACKAGES =
      List.of(
          RUNTIME + ".internal",
          RUNTIME + ".type",
          RUNTIME + ".gc",
          RUNTIME + ".format",
          RUNTIME + ".frame",
          RUNTIME,
          RUNTIME + ".ops",
          RUNTIME + ".generated",
          RUNTIME + ".host",
          RUNTIME + ".listener",
          WASI + ".error",
          WASI + ".text",
          WASI + ".memory",
          WASI + ".file",
          WASI + ".descriptor",
          WASI + ".socket",
          WASI + ".call",
          WASI);

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(CORE, RUNTIME, WASI);

  private static DescribedPredicate<JavaClass> outside(List<String> packages) {
    return not(resideInAnyPackage(packages.toArray(String[]::new)));
  }

  private static void check(ArchRule rule) {
    rule.check(CLASSES);
  }

  private static void mayUse(String user, List<String> packages) {
    check(
        noClasses().that().resideInAPackage(user).should().dependOnClassesThat(outside(packages)));
  }

  @Test
  void phasesUseOnlyWhatIsAboveThem() {
    List<String> usable =
        new ArrayList<>(List.of("java..", "javax.lang.model..", "org.jspecify..", RUNTIME + ".."));
    for (String row : LINE) {
      usable.add(CORE + "." + row + "..");
      if (row.equals("split")) {
        usable.add(WASI); // it finds out which functions a host module has
      }
      if (row.equals("source")) {
        usable.add("com.palantir.javapoet..");
      }
      mayUse(CORE + "." + row + "..", usable);
    }
  }

  @Test
  void decodingAndValidatingKnowNothingOfEachOtherOrOfJava() {
    check(
        noClasses()
            .that()
            .resideInAPackage(CORE + ".validate..")
            .should()
            .dependOnClassesThat(resideInAPackage(CORE + ".decode")));
    check(
        noClasses()
            .that()
            .resideInAnyPackage(CORE + ".decode", CORE + ".validate..")
            .should()
            .dependOnClassesThat(
                resideInAPackage(RUNTIME + "..")
                    .and(not(simpleName("ShownText"))))); // names in messages
  }

  /** What is decided about a function or an expression is decided before sources are written. */
  @Test
  void sourcesAreWrittenWithoutLowering() {
    check(
        noClasses()
            .that()
            .resideInAPackage(CORE + ".source..")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(CORE + ".lower", CORE + ".optimize", CORE + ".decode")));
  }

  @Test
  void buildUsesTheJdkAndKnowsWhereTheRuntimeIs() {
    mayUse(
        CORE + ".build",
        List.of("java..", "javax.tools..", "org.jspecify..", CORE + ".build", RUNTIME));
  }

  @Test
  void onlySourceUsesJavaPoet() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(CORE + ".source..")
            .should()
            .dependOnClassesThat(resideInAPackage("com.palantir.javapoet..")));
  }

  @Test
  void onlyBuildUsesTheCompiler() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(CORE + ".build")
            .should()
            .dependOnClassesThat(resideInAnyPackage("javax.tools..", "com.sun..")));
  }

  @Test
  void phasesDoNotKnowTheTranslator() {
    check(
        noClasses()
            .that()
            .resideInAPackage(CORE + ".*..")
            .and()
            .resideOutsideOfPackage(CORE + ".tool")
            .should()
            .dependOnClassesThat(resideInAPackage(CORE)));
  }

  @Test
  void toolsUseTheApiAlone() {
    mayUse(
        CORE + ".tool",
        List.of("java..", "org.jspecify..", CORE, CORE + ".diagnostic", CORE + ".tool"));
  }

  /** And of the JDK alone. */
  @Test
  void packagesOfTheRuntimeUseOnlyWhatIsAboveThem() {
    List<String> usable = new ArrayList<>(List.of("java..", "jdk.jfr.."));
    for (String row : RUNTIME_PACKAGES) {
      usable.add(row);
      mayUse(row, usable);
    }
  }

  /** Another form of memory needs another {@code GuestMemory} and nothing else in WASI. */
  @Test
  void onlyGuestMemoryKnowsWhatAMemoryIsMadeOf() {
    check(
        noClasses()
            .that()
            .resideInAPackage(WASI + "..")
            .and()
            .doNotHaveFullyQualifiedName(WASI + ".memory.GuestMemory")
            .should()
            .accessTargetWhere(JavaAccess.Predicates.targetOwner(type(Memory.class))));
  }

  @Test
  void onlyTheFlightRecordersListenerNeedsTheFlightRecorder() {
    check(
        noClasses()
            .that()
            .doNotHaveSimpleName("FlightRecorderListener")
            .and()
            .doNotHaveSimpleName("Call")
            .should()
            .dependOnClassesThat(resideInAPackage("jdk.jfr..")));
  }

  @Test
  void runtimeDoesNotReflect() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(RUNTIME + "..", WASI + "..")
            .should()
            .dependOnClassesThat(resideInAPackage("java.lang.reflect..")));
  }
}
