package org.wasm2java.conformance.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wasm2java.runtime.WasmFunction;
import org.wasm2java.runtime.gc.EqRef;
import org.wasm2java.runtime.gc.I31;
import org.wasm2java.runtime.gc.WasmArray;
import org.wasm2java.runtime.gc.WasmStruct;
import org.wasm2java.runtime.type.V128;

/**
 * A value of a script: an argument, or what a result has to be.
 *
 * @param type the value type; {@code i8} or {@code i16} for such a lane of a vector; {@code either}
 *     for a choice
 * @param value the number as a decimal string, an array of them for the lanes of a vector, {@code
 *     null} for the null reference, absent for any non-null reference
 * @param laneType how the lanes of a vector are written
 * @param values the choices of {@code either}
 */
record Value(
    @JsonProperty("type") String type,
    @JsonProperty("value") @Nullable JsonNode value,
    @JsonProperty("lane_type") @Nullable String laneType,
    @JsonProperty("values") @Nullable List<Value> values) {

  /** The host object that a script knows by its number; equal numbers are the same object. */
  record HostObject(String number) {}

  private static final int F32_QUIET_BIT = 0x7fc0_0000;
  private static final long F64_QUIET_BIT = 0x7ff8_0000_0000_0000L;

  /** Returns the argument, boxed as the runtime wants it. */
  @Nullable Object argument() {
    return switch (type) {
      case "i32" -> Integer.valueOf(text());
      case "i64" -> Long.valueOf(text());
      case "f32" -> Float.intBitsToFloat(Integer.parseUnsignedInt(text()));
      case "f64" -> Double.longBitsToDouble(Long.parseUnsignedLong(text()));
      case "i8" -> Byte.valueOf(text());
      case "i16" -> Short.valueOf(text());
      case "v128" -> lanes().vector();
      case "externref", "funcref", "anyref" -> isNull() ? null : new HostObject(text());
      default -> throw new IllegalArgumentException("argument of type " + type);
    };
  }

  /** Returns whether a result is what the script expects. */
  boolean matches(@Nullable Object actual) {
    return switch (type) {
      case "either" ->
          Objects.requireNonNull(values).stream().anyMatch(value -> value.matches(actual));
      case "i32" -> actual instanceof Integer i && i.equals(Integer.valueOf(text()));
      case "i64" -> actual instanceof Long l && l.equals(Long.valueOf(text()));
      case "f32" -> actual instanceof Float f && matchesF32(Float.floatToRawIntBits(f));
      case "f64" -> actual instanceof Double d && matchesF64(Double.doubleToRawLongBits(d));
      case "i8" -> actual instanceof Byte b && b.equals(Byte.valueOf(text()));
      case "i16" -> actual instanceof Short s && s.equals(Short.valueOf(text()));
      case "v128" -> actual instanceof V128 vector && lanes().match(vector);
      default -> matchesReference(actual);
    };
  }

  private boolean matchesF32(int bits) {
    return switch (text()) {
      case "nan:canonical" -> (bits & 0x7fff_ffff) == F32_QUIET_BIT;
      case "nan:arithmetic" -> (bits & F32_QUIET_BIT) == F32_QUIET_BIT;
      default -> bits == Integer.parseUnsignedInt(text());
    };
  }

  private boolean matchesF64(long bits) {
    return switch (text()) {
      case "nan:canonical" -> (bits & Long.MAX_VALUE) == F64_QUIET_BIT;
      case "nan:arithmetic" -> (bits & F64_QUIET_BIT) == F64_QUIET_BIT;
      default -> bits == Long.parseUnsignedLong(text());
    };
  }

  private boolean matchesReference(@Nullable Object actual) {
    if (value != null) {
      return isNull() ? actual == null : new HostObject(text()).equals(actual);
    }
    return switch (type) {
      case "funcref" -> actual instanceof WasmFunction;
      case "externref" -> actual != null;
      case "anyref" -> actual != null && !(actual instanceof WasmFunction);
      case "eqref" -> actual instanceof EqRef;
      case "i31ref" -> actual instanceof I31;
      case "structref" -> actual instanceof WasmStruct;
      case "arrayref" -> actual instanceof WasmArray;
      default -> throw new IllegalArgumentException("result of type " + type);
    };
  }

  private Lanes lanes() {
    String type = Objects.requireNonNull(laneType, "lane type of a v128");
    List<Value> lanes = new ArrayList<>();
    for (JsonNode lane : Objects.requireNonNull(value, "lanes of a v128")) {
      lanes.add(new Value(type, lane, null, null));
    }
    return Lanes.of(type, lanes);
  }

  private boolean isNull() {
    return "null".equals(text());
  }

  private String text() {
    return Objects.requireNonNull(value, "value of a " + type).asText();
  }

  /** Returns the value as the reports show it. */
  @Override
  public String toString() {
    if (values != null) {
      return "either " + values;
    }
    return type
        + (laneType == null ? " " : " of " + laneType + " ")
        + (value == null ? "any" : value);
  }

  /** Returns a result as the reports show it, floats with their bits. */
  static String describe(@Nullable Object actual) {
    if (actual instanceof Float f) {
      return "f32 " + Integer.toUnsignedString(Float.floatToRawIntBits(f)) + " (" + f + ")";
    }
    if (actual instanceof Double d) {
      return "f64 " + Long.toUnsignedString(Double.doubleToRawLongBits(d)) + " (" + d + ")";
    }
    if (actual instanceof V128 vector) {
      return vector.toString();
    }
    return actual == null ? "null" : actual.getClass().getSimpleName() + " " + actual;
  }
}
