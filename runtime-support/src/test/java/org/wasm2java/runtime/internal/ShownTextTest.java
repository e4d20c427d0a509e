package org.wasm2java.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShownTextTest {
  @Test
  void plainNamesAreShownAsTheyAre() {
    String names = "_ZN3foo3barE $x std::vector<int, a>::at(int) größe 関数 שלום 😀 é";
    assertThat(ShownText.of(names)).isEqualTo(names);
  }

  @Test
  void textThatEndsLinesOrEscapesIsEscapedAsInTheTextFormat() {
    assertThat(ShownText.of("a\nb\rc\td\"e\\f")).isEqualTo("a\\nb\\rc\\td\\\"e\\\\f");
    assertThat(ShownText.of("\u001b[31m\0\u007f\u009b"))
        .isEqualTo("\\u{1b}[31m\\u{0}\\u{7f}\\u{9b}");
  }

  @ParameterizedTest
  @CsvSource({
    "202e", "2066", "200b", "200d", "feff", "ad", "2028", "2029", "a0", "3000", "61c", "e0001",
    "fe0f", "e0100", "3164", "2800", "34f", "e000", "ffff", "fdd0"
  })
  void whatIsNotVisibleIsEscaped(String hex) {
    String text = new StringBuilder("a").appendCodePoint(Integer.parseInt(hex, 16)).toString();
    assertThat(ShownText.of(text)).isEqualTo("a\\u{" + hex + "}");
  }

  @Test
  void unpairedSurrogatesAreEscaped() {
    assertThat(ShownText.of("a\ud800b\udc00")).isEqualTo("a\\u{d800}b\\u{dc00}");
  }

  @Test
  void nothingOfUnicodeEscapes() {
    StringBuilder everything = new StringBuilder();
    IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .forEach(codePoint -> everything.append(ShownText.of(Character.toString(codePoint))));
    assertThat(everything.codePoints().map(Character::getType).distinct().boxed())
        .doesNotContain(
            (int) Character.CONTROL,
            (int) Character.FORMAT,
            (int) Character.SURROGATE,
            (int) Character.PRIVATE_USE,
            (int) Character.LINE_SEPARATOR,
            (int) Character.PARAGRAPH_SEPARATOR);
  }

  @Test
  void longTextIsShortenedInItsMiddle() {
    String shown = ShownText.of("a".repeat(65_000) + "z".repeat(535));
    assertThat(shown).isEqualTo("a".repeat(110) + "...(65375 more)..." + "z".repeat(50));
  }

  @Test
  void shorteningCutsNoCharacterInTwo() {
    assertThat(ShownText.of("😀".repeat(1000))).doesNotContain("\\u{");
    assertThat(ShownText.of("a" + "😀".repeat(1000))).doesNotContain("\\u{");
  }
}
