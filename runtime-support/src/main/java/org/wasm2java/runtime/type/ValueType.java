package org.wasm2java.runtime.type;

/**
 * The type of a WebAssembly value at run time and the Java type that carries it.
 *
 * <pre>{@code
 * Global counter = Global.create(ValueType.I64, true, 0L);
 * }</pre>
 *
 * @see <a href="https://webassembly.github.io/spec/core/syntax/types.html#value-types">Value
 *     types</a>
 */
public enum ValueType {
  /** A 32-bit integer, a Java {@code int}. */
  I32("i32"),
  /** A 64-bit integer, a Java {@code long}. */
  I64("i64"),
  /** A 32-bit float, a Java {@code float}. */
  F32("f32"),
  /** A 64-bit float, a Java {@code double}. */
  F64("f64"),
  /** A 128-bit vector, a {@link V128}. */
  V128("v128"),
  /** A nullable reference to a function, a {@code WasmFunction}. */
  FUNCREF("funcref"),
  /** A nullable reference to a host object, a Java {@code Object}. */
  EXTERNREF("externref");

  private final String text;

  ValueType(String text) {
    this.text = text;
  }

  /** Returns the name in the text format, for instance {@code i32}. */
  public String text() {
    return text;
  }

  /** Returns whether values are references, which may be {@code null}. */
  public boolean isReference() {
    return this == FUNCREF || this == EXTERNREF;
  }

  /** Returns whether values are numbers, each of which has at most 64 bits. */
  public boolean isNumber() {
    return this != V128 && !isReference();
  }

  /**
   * Returns a boxed number as 64 bits: floats as their bits, an i32 sign-extended.
   *
   * @throws IllegalStateException if the type is not a number's, see {@link #isNumber}
   */
  public long bits(Object boxed) {
    return switch (this) {
      case I32 -> (Integer) boxed;
      case I64 -> (Long) boxed;
      case F32 -> Float.floatToRawIntBits((Float) boxed);
      case F64 -> Double.doubleToRawLongBits((Double) boxed);
      case V128, FUNCREF, EXTERNREF -> throw noBits();
    };
  }

  /**
   * Returns what {@link #bits} was given.
   *
   * @throws IllegalStateException if the type is not a number's, see {@link #isNumber}
   */
  public Object boxed(long bits) {
    return switch (this) {
      case I32 -> (int) bits;
      case I64 -> bits;
      case F32 -> Float.intBitsToFloat((int) bits);
      case F64 -> Double.longBitsToDouble(bits);
      case V128, FUNCREF, EXTERNREF -> throw noBits();
    };
  }

  private IllegalStateException noBits() {
    return new IllegalStateException(
        this == V128
            ? "v128 is not a number of 64 bits: use the halves of a V128"
            : text + " has no bits");
  }

  /** Returns zero or null, the value of a fresh local of this type. */
  public Object defaultValue() {
    return switch (this) {
      case I32 -> 0;
      case I64 -> 0L;
      case F32 -> 0f;
      case F64 -> 0d;
      case V128 -> org.wasm2java.runtime.type.V128.ZERO;
      case FUNCREF, EXTERNREF -> null;
    };
  }
}
