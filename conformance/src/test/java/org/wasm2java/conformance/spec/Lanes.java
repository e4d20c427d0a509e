package org.wasm2java.conformance.spec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.IntFunction;
import org.wasm2java.runtime.type.V128;

/**
 * The lanes of a vector as a script writes them, lane 0 first.
 *
 * @param shape what each lane is, its type and width
 * @param lanes the lanes, each a value of a script: of a result, a lane may be a kind of NaN
 */
record Lanes(Shape shape, List<Value> lanes) {
  /** What the lanes of a vector are. */
  enum Shape {
    I8("i8", 16),
    I16("i16", 8),
    I32("i32", 4),
    I64("i64", 2),
    F32("f32", 4),
    F64("f64", 2);

    private final String laneType;
    private final int count;

    Shape(String laneType, int count) {
      this.laneType = laneType;
      this.count = count;
    }

    private static Shape of(String laneType) {
      for (Shape shape : values()) {
        if (shape.laneType.equals(laneType)) {
          return shape;
        }
      }
      throw new IllegalArgumentException("lanes of type " + laneType);
    }

    private IntFunction<Object> lanesOf(V128 vector) {
      return switch (this) {
        case I8 -> vector::i8;
        case I16 -> vector::i16;
        case I32 -> vector::i32;
        case I64 -> vector::i64;
        case F32 -> vector::f32;
        case F64 -> vector::f64;
      };
    }
  }

  Lanes {
    lanes = List.copyOf(lanes);
    if (lanes.size() != shape.count) {
      throw new IllegalArgumentException(
          shape.count + " lanes of type " + shape.laneType + " are a vector, not " + lanes.size());
    }
  }

  static Lanes of(String laneType, List<Value> lanes) {
    return new Lanes(Shape.of(laneType), lanes);
  }

  /** Returns the vector, which has no lane that stands for several NaNs. */
  V128 vector() {
    ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (Value lane : lanes) {
      put(bytes, lane.argument());
    }
    return V128.ofBytes(bytes.array());
  }

  private void put(ByteBuffer bytes, Object lane) {
    switch (shape) {
      case I8 -> bytes.put((Byte) lane);
      case I16 -> bytes.putShort((Short) lane);
      case I32 -> bytes.putInt((Integer) lane);
      case I64 -> bytes.putLong((Long) lane);
      case F32 -> bytes.putInt(Float.floatToRawIntBits((Float) lane));
      case F64 -> bytes.putLong(Double.doubleToRawLongBits((Double) lane));
    }
  }

  /** Returns whether each lane of a result is what the script expects there. */
  boolean match(V128 actual) {
    IntFunction<Object> found = shape.lanesOf(actual);
    boolean matches = true;
    for (int i = 0; matches && i < lanes.size(); i++) {
      matches = lanes.get(i).matches(found.apply(i));
    }
    return matches;
  }
}
