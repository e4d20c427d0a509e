package org.wasm2java.aot.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wasm2java.aot.structure.MainSources.MainSource;
import org.wasm2java.aot.structure.ParsedSources.ParsedMethod;

/** Holds the sizes of methods that CONTRIBUTING.md names. */
class MethodShapeTest {
  private static final int MOST_LINES = 60;
  private static final int MOST_PARAMETERS = 5;
  private static final int DEEPEST_NESTING = 3;
  private static final Set<String> NUMBERS = Set.of("int", "long", "float", "double");

  private static final List<MainSource> SOURCES = MainSources.all();

  private static List<ParsedMethod> tooLong(List<MainSource> sources) {
    return new ParsedSources(sources)
        .methods().stream().filter(method -> method.lines() > MOST_LINES).toList();
  }

  private static List<ParsedMethod> withManyParameters(List<MainSource> sources) {
    return new ParsedSources(sources)
        .methods().stream()
            .filter(method -> method.parameters().size() > MOST_PARAMETERS)
            .filter(method -> !method.isOfComponents() && !takesOperands(method))
            .toList();
  }

  /**
   * Whether the runtime's method takes the operands of an instruction or of an imported function,
   * which code passes by position: numbers, mostly behind the memory or array that they are about.
   */
  private static boolean takesOperands(ParsedMethod method) {
    return method.path().startsWith("runtime-support/")
        && NUMBERS.containsAll(method.parameters().subList(1, method.parameters().size()));
  }

  private static List<ParsedMethod> nestedTooDeep(List<MainSource> sources) {
    return new ParsedSources(sources)
        .methods().stream().filter(method -> method.nesting() > DEEPEST_NESTING).toList();
  }

  @Test
  void methodsAreShort() {
    assertThat(tooLong(SOURCES)).isEmpty();
  }

  /** Records are what long lists of parameters become. */
  @Test
  void listsOfParametersAreShort() {
    assertThat(withManyParameters(SOURCES)).isEmpty();
  }

  @Test
  void statementsAreNotNestedDeeply() {
    assertThat(nestedTooDeep(SOURCES)).isEmpty();
  }

  private static List<MainSource> sample(String path, String member) {
    return List.of(MainSource.sample(path, "class Sample {", member, "}"));
  }

  @Test
  void longMethodsAreFound() {
    String lines = "f();\n".repeat(MOST_LINES - 1);
    assertThat(tooLong(sample("a/Sample.java", "void f() {\n" + lines + "}"))).hasSize(1);
    assertThat(tooLong(sample("a/Sample.java", "void f() {" + lines + "}"))).isEmpty();
  }

  @Test
  void longListsOfParametersAreFound() {
    String six = "void f(byte[] a, int b, int c, int d, int e, int f) {}";
    assertThat(withManyParameters(sample("aot-core/Sample.java", six))).hasSize(1);
    assertThat(withManyParameters(sample("runtime-support/Sample.java", six))).isEmpty();
    String strings = six.replace("int b", "String b");
    assertThat(withManyParameters(sample("runtime-support/Sample.java", strings))).hasSize(1);
    assertThat(withManyParameters(sample("a/Sample.java", six.replace("int b, ", "")))).isEmpty();
    String constructor = six.replace("void f", "Sample").replace("int b", "String b");
    assertThat(withManyParameters(sample("a/Sample.java", constructor))).hasSize(1);
    String record = "record R(String a, int b, int c, int d, int e, int f) { R {} }";
    assertThat(withManyParameters(sample("a/Sample.java", record))).isEmpty();
  }

  @Test
  void deepNestingIsFound() {
    String three = "void f() { for (;;) { if (a) { try { BODY } finally { c(); } } } }";
    assertThat(nested(three, "c();")).isZero();
    assertThat(nested(three, "while (a) { c(); }")).isOne();
    assertThat(nested(three, "do { c(); } while (a);")).isOne();
    assertThat(nested(three, "for (int x : y) { c(); }")).isOne();
    assertThat(nested(three, "switch (x) { case 1 -> c(); }")).isOne();
    assertThat(nested(three, "g(() -> { if (a) { c(); } });")).isOne();
    assertThat(nested("void f() { BODY }", "if (a) {} else if (b) {} else if (c) {} else {}"))
        .isZero();
  }

  private static int nested(String method, String body) {
    return nestedTooDeep(sample("a/Sample.java", method.replace("BODY", body))).size();
  }
}
