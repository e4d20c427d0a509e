package org.wasm2java.aot.ir;

import org.wasm2java.aot.type.AbstractHeapType;
import org.wasm2java.aot.type.ConcreteHeapType;
import org.wasm2java.aot.type.HeapType;
import org.wasm2java.aot.type.NumberType;
import org.wasm2java.aot.type.ReferenceType;
import org.wasm2java.aot.type.ValueType;
import org.wasm2java.runtime.WasmFunction;

/**
 * How Java carries a value: the type of a Java variable, its slots in a frame and its descriptor.
 */
public enum Kind {
  /** No value, for expressions that are only evaluated. */
  VOID(void.class, 0, "V"),
  /** An i32. */
  INT(int.class, 1, "I"),
  /** An i64. */
  LONG(long.class, 2, "J"),
  /** An f32. */
  FLOAT(float.class, 1, "F"),
  /** An f64. */
  DOUBLE(double.class, 2, "D"),
  /** A function reference. */
  FUNCTION(WasmFunction.class, 1, "R"),
  /** A host reference. */
  EXTERN(Object.class, 1, "O"),
  /** The array behind a linear memory; never a WebAssembly value. */
  BYTES(byte[].class, 1, "B"),
  /** An array of numbers as long integers; never a WebAssembly value. */
  LONGS(long[].class, 1, "A"),
  /** An array of values, numbers boxed; never a WebAssembly value. */
  OBJECTS(Object[].class, 1, "P");

  private final Class<?> javaType;
  private final int slots;
  private final String letter;

  Kind(Class<?> javaType, int slots, String letter) {
    this.javaType = javaType;
    this.slots = slots;
    this.letter = letter;
  }

  /** Returns the type of a Java variable, for instance {@code long}. */
  public Class<?> javaType() {
    return javaType;
  }

  /** Returns how many slots of a frame or of the parameters a value takes. */
  public int slots() {
    return slots;
  }

  /** Returns one letter that tells kinds apart in names. */
  public String letter() {
    return letter;
  }

  /** Returns whether values are references to Java objects. */
  public boolean isReference() {
    return this == FUNCTION || this == EXTERN || isArray();
  }

  /** Returns whether values are arrays, which no WebAssembly value is. */
  public boolean isArray() {
    return this == BYTES || this == LONGS || this == OBJECTS;
  }

  /**
   * Returns the kind that carries a type.
   *
   * @throws IllegalArgumentException for types that code generation does not carry yet
   */
  public static Kind of(ValueType type) {
    if (type instanceof NumberType number) {
      return switch (number) {
        case I32 -> INT;
        case I64 -> LONG;
        case F32 -> FLOAT;
        case F64 -> DOUBLE;
      };
    }
    if (type instanceof ReferenceType reference && isSupported(reference)) {
      return reference.heapType() == AbstractHeapType.FUNC ? FUNCTION : EXTERN;
    }
    throw new IllegalArgumentException("no Java kind carries " + type.text());
  }

  /** Returns whether code generation has a kind for the type. */
  public static boolean isSupported(ValueType type) {
    if (type instanceof NumberType) {
      return true;
    }
    return type instanceof ReferenceType reference && isSupported(reference.heapType());
  }

  private static boolean isSupported(HeapType heapType) {
    return heapType instanceof ConcreteHeapType
        ? false
        : heapType == AbstractHeapType.FUNC || heapType == AbstractHeapType.EXTERN;
  }
}
