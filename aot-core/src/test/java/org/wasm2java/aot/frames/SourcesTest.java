package org.wasm2java.aot.frames;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wasm2java.aot.Translation;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.aot.Translator;

/** What frames leave in the sources: statements over several lines, and nothing else. */
class SourcesTest {
  private static final Guest GUEST = Guest.of("frames/guest");

  private static Translation translate() {
    return new Translator(TranslationOptions.builder("frames.Sources").build())
        .translate(GUEST.wasm());
  }

  private static List<String> body(String method) {
    String source = translate().sources().get("frames/Sources.java");
    int start = source.indexOf("\n  void " + method + "(");
    start = start < 0 ? source.indexOf("\n  int " + method + "(") : start;
    return source.substring(start, source.indexOf("\n  }", start)).lines().skip(2).toList();
  }

  @Test
  void placesThatLookAlikeAreOnLinesOfTheirOwn() {
    assertThat(body("f" + GUEST.function("loads")))
        .containsSubsequence(
            "    Access.storeI32(mem, Access.loadI32(mem, p0),",
            "        Access.loadI32(mem,",
            "            Access.loadI32(mem, p1))",
            "        + Access.loadI32(mem, p2) % p3);");
  }

  @Test
  void onlyCallsOfOneFunctionNeedLines() {
    assertThat(body("f" + GUEST.function("host"))).hasSize(1);
    assertThat(body("f" + GUEST.function("calls"))).hasSize(2);
  }

  @Test
  void sourcesHaveNoMarksLeftAndAreTheSameEveryTime() {
    Translation once = translate();
    assertThat(once.sources().values())
        .allSatisfy(
            text -> assertThat(text.chars()).allMatch(c -> c == '\n' || c >= ' ' && c < 127));
    assertThat(translate().resources().get("frames/Sources.frames"))
        .isEqualTo(once.resources().get("frames/Sources.frames"));
  }
}
