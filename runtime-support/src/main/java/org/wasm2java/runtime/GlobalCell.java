package org.wasm2java.runtime;

/**
 * The value of a global, one field for each way it is carried (two for a v128, of which one is an
 * i64's), as generated code reads and writes it: without a check, as validation has proved type and
 * mutability. Its methods are final, which keeps such an access one method.
 */
abstract class GlobalCell {
  private int i32;
  private long i64;
  private float f32;
  private double f64;
  private long high;
  private Object reference;

  GlobalCell() {}

  /** Returns the value of an i32 global. */
  public final int i32() {
    return i32;
  }

  /** Sets an i32 global. */
  public final void i32(int value) {
    i32 = value;
  }

  /** Returns the value of an i64 global. */
  public final long i64() {
    return i64;
  }

  /** Sets an i64 global. */
  public final void i64(long value) {
    i64 = value;
  }

  /** Returns the value of an f32 global. */
  public final float f32() {
    return f32;
  }

  /** Sets an f32 global. */
  public final void f32(float value) {
    f32 = value;
  }

  /** Returns the value of an f64 global. */
  public final double f64() {
    return f64;
  }

  /** Sets an f64 global. */
  public final void f64(double value) {
    f64 = value;
  }

  /** Returns the bytes 0 to 7 of a v128 global, least significant first. */
  public final long low() {
    return i64;
  }

  /** Sets the bytes 0 to 7 of a v128 global. */
  public final void low(long half) {
    i64 = half;
  }

  /** Returns the bytes 8 to 15 of a v128 global. */
  public final long high() {
    return high;
  }

  /** Sets the bytes 8 to 15 of a v128 global. */
  public final void high(long half) {
    high = half;
  }

  /** Returns the value of a global of a reference type. */
  public final Object reference() {
    return reference;
  }

  /** Sets a global of a reference type. */
  public final void reference(Object value) {
    reference = value;
  }
}
