package org.wasm2java.runtime.generated;

import java.util.List;
import org.wasm2java.runtime.type.V128;
import org.wasm2java.runtime.type.ValueType;

/**
 * Boxed values as generated methods take them: there, a v128 is two {@code long}s, at the boundary
 * to Java it is one {@link V128}.
 *
 * <pre>{@code
 * Object[] parts = VectorValues.split(arguments); // in generated code
 * return VectorValues.join(type().results(), new Object[] {low, high});
 * }</pre>
 */
public final class VectorValues {
  private VectorValues() {}

  /**
   * Returns the values with two {@code Long}s for each vector, the low half first; the same array
   * if there is no vector.
   */
  public static Object[] split(Object[] values) {
    int vectors = 0;
    for (Object value : values) {
      vectors += value instanceof V128 ? 1 : 0;
    }
    return vectors == 0 ? values : split(values, new Object[values.length + vectors]);
  }

  private static Object[] split(Object[] values, Object[] parts) {
    int next = 0;
    for (Object value : values) {
      if (value instanceof V128 vector) {
        parts[next++] = vector.low();
        parts[next++] = vector.high();
      } else {
        parts[next++] = value;
      }
    }
    return parts;
  }

  /**
   * Returns the values whose parts {@link #split} gives; the same array if no type is v128.
   *
   * @param types the types of the values, in order
   */
  public static Object[] join(List<ValueType> types, Object[] parts) {
    return types.contains(ValueType.V128) ? joined(types, parts) : parts;
  }

  private static Object[] joined(List<ValueType> types, Object[] parts) {
    Object[] values = new Object[types.size()];
    int next = 0;
    for (int i = 0; i < values.length; i++) {
      Object part = parts[next++];
      values[i] =
          types.get(i).kind() == ValueType.Kind.V128
              ? V128.of((Long) part, (Long) parts[next++])
              : part;
    }
    return values;
  }
}
