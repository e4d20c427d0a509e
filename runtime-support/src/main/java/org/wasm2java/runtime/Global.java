package org.wasm2java.runtime;

import org.wasm2java.runtime.type.GlobalType;
import org.wasm2java.runtime.type.V128;
import org.wasm2java.runtime.type.ValueType;

/**
 * A global variable that modules and the host share. Generated code keeps globals that nobody else
 * can see as plain fields; an imported or exported one is such an object.
 *
 * <pre>{@code
 * Global base = Global.create(ValueType.I32, false, 1024);
 * store.define("env", "__memory_base", base);
 * }</pre>
 *
 * @see <a href="https://webassembly.github.io/spec/core/exec/runtime.html#global-instances">Global
 *     instances</a>
 */
public final class Global extends GlobalCell implements Extern {
  private final ValueType type;
  private final boolean mutable;

  private Global(ValueType type, boolean mutable) {
    this.type = type;
    this.mutable = mutable;
  }

  /**
   * Returns a global.
   *
   * @param value boxed as {@link ValueType} says
   * @throws IllegalArgumentException if the value is not of the type
   */
  public static Global create(ValueType type, boolean mutable, Object value) {
    Global global = new Global(type, mutable);
    global.assign(value);
    return global;
  }

  /** Returns the type of the value. */
  public ValueType type() {
    return type;
  }

  /** Returns whether the value can be set. */
  public boolean mutable() {
    return mutable;
  }

  /** Returns the value, boxed as {@link ValueType} says. */
  public Object get() {
    return switch (type.kind()) {
      case I32 -> i32();
      case I64 -> i64();
      case F32 -> f32();
      case F64 -> f64();
      case V128 -> V128.of(low(), high());
      case REFERENCE -> reference();
    };
  }

  /**
   * Sets the value.
   *
   * @throws IllegalStateException if the global is immutable
   * @throws IllegalArgumentException if the value is not of the type
   */
  public void set(Object value) {
    if (!mutable) {
      throw new IllegalStateException("an immutable " + describe() + " cannot be set");
    }
    assign(value);
  }

  private void assign(Object value) {
    Object checked = BoxedValues.check(type, value, "value of a global");
    switch (type.kind()) {
      case I32 -> i32((Integer) checked);
      case I64 -> i64((Long) checked);
      case F32 -> f32((Float) checked);
      case F64 -> f64((Double) checked);
      case V128 -> vector((V128) checked);
      case REFERENCE -> reference(checked);
    }
  }

  private void vector(V128 value) {
    low(value.low());
    high(value.high());
  }

  /** Sets what was got before, mutable or not. */
  void restore(Object value) {
    assign(value);
  }

  @Override
  public String describe() {
    return new GlobalType(type, mutable).text();
  }

  /** Returns {@link #describe}. */
  @Override
  public String toString() {
    return describe();
  }
}
