package org.wasm2java.conformance.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wasm2java.aot.SmallestLayout;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.aot.Translator;
import org.wasm2java.conformance.SharedFiles;

/**
 * The specification's test suite through generated Java. What has to hold is in {@code
 * src/test/resources/spec}; {@code -Dspec.update=true} rewrites the counts there. {@code
 * -Dspec.groups=simd,relaxed-simd} runs all scripts of these groups alone.
 */
class SpecTest {
  private static final String CLASS_NAME = "script.Module";

  /** The groups to run; none for all. */
  private static final Set<String> GROUPS =
      Pattern.compile(",")
          .splitAsStream(System.getProperty("spec.groups", ""))
          .filter(group -> !group.isBlank())
          .collect(Collectors.toUnmodifiableSet());

  @Test
  void everyScriptDoesAtLeastAsWellAsStated() throws Exception {
    SpecReport report = run(new Translator(options().build()), 1);
    report.write(Path.of("target"), "spec");
    print("spec suite", report);
    if (Boolean.getBoolean("spec.update")) {
      assertThat(GROUPS).as("counts are written from all groups").isEmpty();
      SpecExpectations.writeScripts(Path.of("src/test/resources/spec/scripts.tsv"), report);
      return;
    }
    SpecExpectations expectations = SpecExpectations.read();
    expectations.improvements(report).forEach(line -> System.out.println("better: " + line));
    assertNone(expectations.missing(report, GROUPS));
    assertNone(expectations.regressions(report));
  }

  /**
   * The same with methods so small that nearly every function is split. Every fifth script unless
   * the profile {@code spec-tiny} asks for all of them.
   */
  @Test
  void tinyMethodsChangeNothing() throws Exception {
    int every = Integer.getInteger("spec.tiny.every", 5);
    SpecReport report = run(new Translator(options().methodLimit(200).build()), every);
    report.write(Path.of("target"), "spec-tiny");
    print("spec suite with tiny methods" + share(every), report);
    assertNone(SpecExpectations.read().regressions(report));
  }

  /** The same with code that can be stopped, uses fuel and tells listeners; every fifth script. */
  @Test
  void optionsOfTheCodeChangeNothing() throws Exception {
    int every = Integer.getInteger("spec.options.every", 5);
    TranslationOptions options = options().interruptible(true).fuel(true).listen("*").build();
    SpecReport report = run(new Translator(options), every);
    report.write(Path.of("target"), "spec-options");
    print("spec suite with options" + share(every), report);
    assertNone(SpecExpectations.read().regressions(report));
  }

  /** All scripts with every class as small as can be: what otherwise only large modules reach. */
  @Test
  void smallestClassesChangeNothing() throws Exception {
    smallest(options(), "spec-smallest", "with the smallest classes");
  }

  /** The same with methods so small that nearly every function is split. */
  @Test
  void smallestClassesOfTinyMethodsChangeNothing() throws Exception {
    smallest(options().methodLimit(200), "spec-smallest-tiny", "with both as small as can be");
  }

  private static void smallest(TranslationOptions.Builder options, String name, String title)
      throws Exception {
    SpecReport report = run(SmallestLayout.translator(options.build()), 1);
    report.write(Path.of("target"), name);
    print("spec suite " + title, report);
    assertNone(SpecExpectations.read().regressions(report));
  }

  private static TranslationOptions.Builder options() {
    return TranslationOptions.builder(CLASS_NAME);
  }

  private static SpecReport run(Translator translator, int every) throws Exception {
    List<Script> all = Script.readAll(SharedFiles.require("spec-tests/wasm-spec-tests.zip"));
    List<Script> chosen =
        IntStream.range(0, all.size())
            .filter(index -> GROUPS.isEmpty() ? index % every == 0 : isChosen(all.get(index)))
            .mapToObj(all::get)
            .toList();
    return new SpecReport(new SpecSuite(translator).run(chosen));
  }

  private static boolean isChosen(Script script) {
    return GROUPS.contains(script.group());
  }

  private static String share(int every) {
    return GROUPS.isEmpty() ? ", every script of " + every : ", all scripts of " + GROUPS;
  }

  private static void assertNone(List<String> problems) {
    assertThat(String.join("\n", problems)).as("worse than src/test/resources/spec").isEmpty();
  }

  private static void print(String title, SpecReport report) {
    System.out.println(title + ":" + System.lineSeparator() + report.summary());
  }
}
