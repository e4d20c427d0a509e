package org.wasm2java.runtime.host;

import org.wasm2java.runtime.BoxedValues;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.Memory;
import org.wasm2java.runtime.type.FunctionType;
import org.wasm2java.runtime.type.V128;
import org.wasm2java.runtime.type.ValueType;

/**
 * One call of a host function: its arguments and results without boxing, and the instance that
 * calls. Only valid while the body runs; it is used again for the next call.
 *
 * <pre>{@code
 * builder.function("scale", FunctionType.of("i32 f64", "f64"),
 *     call -> call.returns(call.memory().readF64(call.i32(0)) * call.f64(1)));
 * }</pre>
 */
public final class HostCall {
  private final FunctionType type;
  private final Instance instance;
  private final ValueType[] parameters;
  private final ValueType[] resultTypes;
  private final long[] numbers;
  private final Object[] objects;
  private final long[] numberResults;
  private final Object[] objectResults;

  HostCall(FunctionType type, Instance instance) {
    this.type = type;
    this.instance = instance;
    parameters = type.parameters().toArray(new ValueType[0]);
    resultTypes = type.results().toArray(new ValueType[0]);
    numbers = new long[parameters.length];
    objects = new Object[hasOnlyNumbers(type) ? 0 : numbers.length];
    numberResults = new long[resultTypes.length];
    objectResults = new Object[hasOnlyNumbers(type) ? 0 : numberResults.length];
  }

  private static boolean hasOnlyNumbers(FunctionType type) {
    return type.parameters().stream().allMatch(ValueType::isNumber)
        && type.results().stream().allMatch(ValueType::isNumber);
  }

  /**
   * Returns the instance that calls.
   *
   * @throws IllegalStateException if the function is not called by way of an import, as when Java
   *     calls it or has put it into a table
   */
  public Instance instance() {
    if (instance == null) {
      throw new IllegalStateException(
          "a host function of type " + type + " was not called by an instance that imports it");
    }
    return instance;
  }

  /**
   * Returns the caller's memory: the one it exports as {@code memory}, or else its first.
   *
   * @throws IllegalStateException if there is none
   */
  public Memory memory() {
    Memory memory = instance().callerMemory();
    if (memory == null) {
      throw new IllegalStateException(instance + " has no memory");
    }
    return memory;
  }

  /** Returns an argument of type {@code i32}, counted from 0. */
  public int i32(int index) {
    return (int) number(index, ValueType.I32);
  }

  /** Returns an argument of type {@code i64}, counted from 0. */
  public long i64(int index) {
    return number(index, ValueType.I64);
  }

  /** Returns an argument of type {@code f32}, counted from 0. */
  public float f32(int index) {
    return Float.intBitsToFloat((int) number(index, ValueType.F32));
  }

  /** Returns an argument of type {@code f64}, counted from 0. */
  public double f64(int index) {
    return Double.longBitsToDouble(number(index, ValueType.F64));
  }

  /** Returns an argument of type {@code v128}, counted from 0. */
  public V128 v128(int index) {
    requireParameter(index, ValueType.V128);
    return (V128) objects[index];
  }

  /** Returns an argument of a reference type, counted from 0; may be {@code null}. */
  public Object reference(int index) {
    if (!parameters[index].isReference()) {
      throw wrongType("argument", index, parameters[index], "a reference");
    }
    return objects[index];
  }

  private long number(int index, ValueType wanted) {
    requireParameter(index, wanted);
    return numbers[index];
  }

  private void requireParameter(int index, ValueType wanted) {
    if (parameters[index] != wanted) {
      throw wrongType("argument", index, parameters[index], wanted.text());
    }
  }

  /** Sets the first result, of type {@code i32}. */
  public void returns(int value) {
    result(0, value);
  }

  /** Sets the first result, of type {@code i64}. */
  public void returns(long value) {
    result(0, value);
  }

  /** Sets the first result, of type {@code f32}. */
  public void returns(float value) {
    result(0, value);
  }

  /** Sets the first result, of type {@code f64}. */
  public void returns(double value) {
    result(0, value);
  }

  /** Sets the first result, of type {@code v128}. */
  public void returns(V128 value) {
    result(0, value);
  }

  /** Sets a result of type {@code i32}, counted from 0. */
  public void result(int index, int value) {
    setNumber(index, ValueType.I32, value);
  }

  /** Sets a result of type {@code i64}, counted from 0. */
  public void result(int index, long value) {
    setNumber(index, ValueType.I64, value);
  }

  /** Sets a result of type {@code f32}, counted from 0. */
  public void result(int index, float value) {
    setNumber(index, ValueType.F32, Float.floatToRawIntBits(value));
  }

  /** Sets a result of type {@code f64}, counted from 0. */
  public void result(int index, double value) {
    setNumber(index, ValueType.F64, Double.doubleToRawLongBits(value));
  }

  /** Sets a result of type {@code v128}, counted from 0. */
  public void result(int index, V128 value) {
    requireResult(index, ValueType.V128);
    objectResults[index] = BoxedValues.check(ValueType.V128, value, "result " + index);
  }

  /** Sets a result of a reference type, counted from 0; {@code null} is the null reference. */
  public void resultReference(int index, Object value) {
    ValueType declared = resultType(index);
    if (!declared.isReference()) {
      throw wrongType("result", index, declared, "a reference");
    }
    objectResults[index] = BoxedValues.check(declared, value, "result " + index);
  }

  private void setNumber(int index, ValueType given, long bits) {
    requireResult(index, given);
    numberResults[index] = bits;
  }

  private void requireResult(int index, ValueType given) {
    ValueType declared = resultType(index);
    if (declared != given) {
      throw wrongType("result", index, declared, given.text());
    }
  }

  private ValueType resultType(int index) {
    if (index >= resultTypes.length) {
      throw new IllegalArgumentException(
          "a host function of type " + type + " has no result " + index);
    }
    return resultTypes[index];
  }

  private IllegalArgumentException wrongType(
      String what, int index, ValueType declared, String used) {
    return new IllegalArgumentException(
        what
            + " "
            + index
            + " of a host function of type "
            + type
            + " is of type "
            + declared.text()
            + ", not "
            + used);
  }

  void number(int index, long bits) {
    numbers[index] = bits;
  }

  long numberResult() {
    return numberResults.length == 0 ? 0 : numberResults[0];
  }

  void arguments(Object[] boxed) {
    for (int i = 0; i < boxed.length; i++) {
      if (parameters[i].isNumber()) {
        numbers[i] = parameters[i].bits(boxed[i]);
      } else {
        objects[i] = boxed[i];
      }
    }
  }

  Object[] results() {
    Object[] boxed = new Object[numberResults.length];
    for (int i = 0; i < boxed.length; i++) {
      ValueType result = resultTypes[i];
      boxed[i] = result.isNumber() ? result.boxed(numberResults[i]) : objectResult(i, result);
    }
    return boxed;
  }

  /** Returns a result that is an object; without one, zero or null, as for numbers. */
  private Object objectResult(int index, ValueType type) {
    Object result = objectResults[index];
    return result == null ? type.defaultValue() : result;
  }

  /** Forgets what the last call left, so that nothing of it is seen by the next or kept alive. */
  void clear() {
    for (int i = 0; i < numberResults.length; i++) {
      numberResults[i] = 0;
    }
    for (int i = 0; i < objects.length; i++) {
      objects[i] = null;
    }
    for (int i = 0; i < objectResults.length; i++) {
      objectResults[i] = null;
    }
  }
}
