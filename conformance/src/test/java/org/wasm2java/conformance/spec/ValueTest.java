package org.wasm2java.conformance.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.wasm2java.conformance.SharedFiles;
import org.wasm2java.runtime.type.V128;

/** What scripts give for vectors, and what they take for them. */
class ValueTest {
  private static final float CANONICAL = Float.intBitsToFloat(0xffc0_0000);
  private static final float ARITHMETIC = Float.intBitsToFloat(0x7fc0_0001);
  private static final float SIGNALLING = Float.intBitsToFloat(0x7fa0_0000);

  private static Value value(String json) throws JsonProcessingException {
    return new ObjectMapper().readValue(json, Value.class);
  }

  private static Value vector(String laneType, String... lanes) throws JsonProcessingException {
    String list = lanes.length == 0 ? "" : "\"" + String.join("\",\"", lanes) + "\"";
    return value(
        "{\"type\":\"v128\",\"lane_type\":\"%s\",\"value\":[%s]}".formatted(laneType, list));
  }

  @Test
  void argumentsAreWordsLowFirst() throws Exception {
    assertThat(vector("i32", "-1", "1", "2", "-2147483648").argument())
        .isEqualTo(V128.ofI32x4(-1, 1, 2, Integer.MIN_VALUE));
  }

  @Test
  void everyShapeIsComparedByItsBits() throws Exception {
    V128 counted = V128.of(0x0706050403020100L, 0x8f0e0d0c0b0a0908L);
    assertThat(vector("i64", "506097522914230528", "-8138553131235931896").matches(counted))
        .isTrue();
    assertThat(vector("i32", "50462976", "117835012", "185207048", "-1894904564").matches(counted))
        .isTrue();
    assertThat(
            vector("i16", "256", "770", "1284", "1798", "2312", "2826", "3340", "-28914")
                .matches(counted))
        .isTrue();
    String[] bytes = "0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 -113".split(" ");
    assertThat(vector("i8", bytes).matches(counted)).isTrue();
    bytes[9] = "8";
    assertThat(vector("i8", bytes).matches(counted)).isFalse();
    assertThat(vector("i64", "506097522914230528", "0").matches(counted)).isFalse();
  }

  @Test
  void zerosHaveSigns() throws Exception {
    Value negative = vector("f64", "9223372036854775808", "0");
    assertThat(negative.matches(V128.ofF64x2(-0.0, 0.0))).isTrue();
    assertThat(negative.matches(V128.ofF64x2(0.0, 0.0))).isFalse();
    assertThat(negative.matches(V128.ofF64x2(-0.0, -0.0))).isFalse();
  }

  @Test
  void nansAreComparedLaneByLane() throws Exception {
    Value canonical = vector("f32", "nan:canonical", "0", "nan:canonical", "0");
    assertThat(canonical.matches(V128.ofF32x4(CANONICAL, 0, Float.NaN, 0))).isTrue();
    assertThat(canonical.matches(V128.ofF32x4(CANONICAL, 0, ARITHMETIC, 0))).isFalse();
    assertThat(canonical.matches(V128.ofF32x4(CANONICAL, 0, 1, 0))).isFalse();
    assertThat(canonical.matches(V128.ofF32x4(CANONICAL, CANONICAL, Float.NaN, 0))).isFalse();
    Value arithmetic = vector("f32", "0", "0", "0", "nan:arithmetic");
    assertThat(arithmetic.matches(V128.ofF32x4(0, 0, 0, ARITHMETIC))).isTrue();
    assertThat(arithmetic.matches(V128.ofF32x4(0, 0, 0, SIGNALLING))).isFalse();
    Value wide = vector("f64", "nan:canonical", "nan:arithmetic");
    assertThat(wide.matches(V128.of(0xfff8_0000_0000_0000L, 0x7ff8_0000_0000_0001L))).isTrue();
    assertThat(wide.matches(V128.of(0x7ff8_0000_0000_0001L, 0x7ff8_0000_0000_0000L))).isFalse();
    assertThat(wide.matches(V128.of(0x7ff8_0000_0000_0000L, 0x7ff0_0000_0000_0001L))).isFalse();
  }

  @Test
  void aNanOfGivenBitsIsThatAlone() throws Exception {
    Value signalling = vector("f32", "2141192192", "0", "0", "0");
    assertThat(signalling.matches(V128.ofI32x4(0x7fa0_0000, 0, 0, 0))).isTrue();
    assertThat(signalling.matches(V128.ofI32x4(0x7fe0_0000, 0, 0, 0))).isFalse();
  }

  @Test
  void eitherIsOneOfWholeVectors() throws Exception {
    Value either =
        value(
            """
            {"type":"either","values":[
              {"type":"v128","lane_type":"i64","value":["1","2"]},
              {"type":"v128","lane_type":"f64","value":["nan:canonical","0"]}]}
            """);
    assertThat(either.matches(V128.of(1, 2))).isTrue();
    assertThat(either.matches(V128.ofF64x2(Double.NaN, 0))).isTrue();
    assertThat(either.matches(V128.of(1, 0))).isFalse();
    assertThat(either.matches(V128.of(Double.doubleToRawLongBits(Double.NaN), 2))).isFalse();
  }

  @Test
  void onlyAVectorIsAVector() throws Exception {
    Value zero = vector("i64", "0", "0");
    assertThat(zero.matches(V128.ZERO)).isTrue();
    assertThat(zero.matches(0L)).isFalse();
    assertThat(zero.matches(null)).isFalse();
    assertThat(value("{\"type\":\"i64\",\"value\":\"0\"}").matches(V128.ZERO)).isFalse();
  }

  @Test
  void lanesThatAreNoVectorAreAnError() throws Exception {
    Value three = vector("i32", "1", "2", "3");
    assertThatThrownBy(() -> three.matches(V128.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("4 lanes of type i32 are a vector, not 3");
    Value unknown = vector("i128", "1");
    assertThatThrownBy(unknown::argument)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("lanes of type i128");
  }

  @Test
  void reportsShowLanesAndHalves() throws Exception {
    assertThat(vector("i64", "1", "-1")).hasToString("v128 of i64 [\"1\",\"-1\"]");
    assertThat(Value.describe(V128.of(1, -1)))
        .isEqualTo("v128(0x0000000000000001 0xffffffffffffffff)");
  }

  /** Each vector of each script is what it says and nothing else. */
  @Test
  void everyVectorOfTheScriptsIsUnderstood() throws Exception {
    int vectors = 0;
    for (Script script : Script.readAll(SharedFiles.require("spec-tests/wasm-spec-tests.zip"))) {
      for (Command command : script.commands()) {
        for (Value expected : command.resultsOrNone()) {
          vectors += isOwnVector(expected) ? 1 : 0;
        }
      }
    }
    assertThat(vectors).isGreaterThan(20_000);
  }

  /** Returns whether the value is a vector of given bits, and checks that it matches only these. */
  private static boolean isOwnVector(Value expected) {
    if (!expected.type().equals("v128") || expected.toString().contains("nan:")) {
      return false;
    }
    V128 vector = (V128) expected.argument();
    assertThat(expected.matches(vector)).as(expected::toString).isTrue();
    for (int bit = 0; bit < Long.SIZE; bit++) {
      long flip = 1L << bit;
      assertThat(expected.matches(V128.of(vector.low() ^ flip, vector.high()))).isFalse();
      assertThat(expected.matches(V128.of(vector.low(), vector.high() ^ flip))).isFalse();
    }
    return true;
  }
}
