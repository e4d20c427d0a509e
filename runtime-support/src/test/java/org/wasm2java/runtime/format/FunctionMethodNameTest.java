package org.wasm2java.runtime.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionMethodNameTest {
  private static final String[] PREFIXES = {"", "x", "x_", "_", "__", "f1_", "x_part1_"};
  private static final String[] SUFFIXES = {"", "_", "__", "x"};

  private static void assertReadBack(int functionIndex, String name) {
    assertRead(FunctionMethodName.of(functionIndex, name), functionIndex, false);
    assertRead(FunctionMethodName.ofPart(functionIndex, name, 0), functionIndex, true);
    assertRead(FunctionMethodName.ofPart(functionIndex, name, 1234), functionIndex, true);
  }

  private static void assertRead(String method, int functionIndex, boolean isPart) {
    assertThat(FunctionMethodName.parse(method))
        .as(method)
        .hasValue(new FunctionMethodName(functionIndex, isPart));
  }

  @Test
  void namesAreWrittenAsDocumented() {
    assertThat(FunctionMethodName.of(12, "")).isEqualTo("f12");
    assertThat(FunctionMethodName.of(12, "fac")).isEqualTo("f12_fac");
    assertThat(FunctionMethodName.ofPart(12, "fac", 3)).isEqualTo("f12_fac_part3");
    assertThat(FunctionMethodName.ofPart(12, "", 0)).isEqualTo("f12_part0");
  }

  /** The name section may give a function a name that looks like that of a part. */
  @Test
  void namesThatLookLikePartsAreNotTakenForThem() {
    for (String prefix : PREFIXES) {
      for (String suffix : SUFFIXES) {
        for (String part : new String[] {"part", "part0", "part7", "part07", "part1234567890"}) {
          assertReadBack(5, prefix + part + suffix);
        }
      }
    }
  }

  @Test
  void everyIndexIsReadBack() {
    assertReadBack(0, "");
    assertReadBack(Integer.MAX_VALUE, "x");
    assertReadBack(Integer.MAX_VALUE, "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "f",
        "g1",
        "fac",
        "f_1",
        "f1x",
        "f01",
        "f-1",
        "f2147483648",
        "f99999999999",
        "1"
      })
  void otherMethodsAreOfNoFunction(String method) {
    assertThat(FunctionMethodName.parse(method)).isEmpty();
  }
}
