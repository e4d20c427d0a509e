package org.wasm2java.aot.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wasm2java.aot.CompiledModule;
import org.wasm2java.aot.SmallestLayout;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.aot.Translator;

/** Sources are ASCII whatever their class and what it imports are called, and mean the same. */
class AsciiSourcesTest {
  private static final List<String> WORDS =
      List.of(
          "gr\u00f6\u00dfe",
          "\u540d",
          "\ud83d\ude00",
          "\u0000\u0001\u0002\u001b",
          "\u007f\u0080\u0085\u2028\u202e",
          "\uffff\ufeff",
          "\\",
          "\\\u00f6",
          "\\\\\u00f6\\u00f6",
          "\"\u00f6\"",
          "*/\r\n\t\u00f6",
          "$L$T$S\u00f6");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "names.Ascii",
        "p.Gr\u00f6\u00dfe",
        "gr\u00f6\u00dfe.\u0394\u03b7",
        "x\u00e9.\u1f00",
        "p.\ud801\udc00\ud801\udc28",
        "p.A$B",
        "\u540d"
      })
  void sourcesAreAsciiAndRun(String className) {
    TranslationOptions options = TranslationOptions.builder(className).methodLimit(200).build();
    NamedModule module = new NamedModule(WORDS, 0);
    runs(new Translator(options).compile(module.wasm()), module);
    runs(SmallestLayout.translator(options).compile(module.wasm()), module);
  }

  private static void runs(CompiledModule compiled, NamedModule module) {
    assertThat(compiled.translation().sources().values())
        .allSatisfy(text -> assertThat(text).matches("[ -~\\n]*"));
    assertThat(compiled.translation().sources())
        .containsKey(compiled.translation().className().replace('.', '/') + ".java");
    module.run(compiled);
  }

  @Test
  void charactersThatNobodySeesAreNoClassNames() {
    for (String className : List.of("p.A\u0001B", "p.A\u0085B", "a\u200db.C", "p.\ufeffA")) {
      assertThatThrownBy(() -> TranslationOptions.builder(className).build())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("not a Java class name");
    }
  }
}
