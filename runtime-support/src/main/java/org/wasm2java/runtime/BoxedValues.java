package org.wasm2java.runtime;

import java.util.List;
import org.wasm2java.runtime.gc.EqRef;
import org.wasm2java.runtime.gc.I31;
import org.wasm2java.runtime.gc.WasmArray;
import org.wasm2java.runtime.gc.WasmStruct;
import org.wasm2java.runtime.type.FunctionType;
import org.wasm2java.runtime.type.HeapType;
import org.wasm2java.runtime.type.V128;
import org.wasm2java.runtime.type.ValueType;

/**
 * Checks values that come as Java objects against WebAssembly types. {@link ValueType} says which
 * class carries which type; a reference to a function is a {@link WasmFunction}.
 *
 * <pre>{@code
 * Object checked = BoxedValues.check(ValueType.I32, 42, "the answer");
 * }</pre>
 */
public final class BoxedValues {
  private BoxedValues() {}

  /**
   * Returns the value if it may stand for the type.
   *
   * @param place what the value is, for the message
   * @throws IllegalArgumentException if the value is of another class
   */
  public static Object check(ValueType type, Object value, String place) {
    Class<?> wanted = carrier(type);
    if (value == null ? type.isNullable() : wanted.isInstance(value) && isOf(type, value)) {
      return value;
    }
    throw new IllegalArgumentException(
        place
            + ": expected "
            + type.text()
            + " (a Java "
            + (className(type).isEmpty() ? wanted.getSimpleName() : className(type))
            + "), found "
            + (value == null ? "null" : value.getClass().getName()));
  }

  private static String className(ValueType type) {
    return type.isReference() ? type.heapType().className() : "";
  }

  /** A structure or array of a defined type is of the class that was generated for it. */
  private static boolean isOf(ValueType type, Object value) {
    String wanted = className(type);
    Class<?> found = value.getClass();
    while (found != null && !wanted.isEmpty() && !found.getName().equals(wanted)) {
      found = found.getSuperclass();
    }
    return found != null;
  }

  /**
   * Checks the arguments of a call against the parameters of the function.
   *
   * @throws IllegalArgumentException if their number or the class of one does not fit
   */
  public static void check(FunctionType type, Object[] arguments) {
    List<ValueType> parameters = type.parameters();
    if (arguments.length != parameters.size()) {
      throw new IllegalArgumentException(
          "expected "
              + parameters.size()
              + " arguments for "
              + type
              + ", found "
              + arguments.length);
    }
    for (int i = 0; i < arguments.length; i++) {
      check(parameters.get(i), arguments[i], "argument " + i);
    }
  }

  private static Class<?> carrier(ValueType type) {
    return switch (type.kind()) {
      case I32 -> Integer.class;
      case I64 -> Long.class;
      case F32 -> Float.class;
      case F64 -> Double.class;
      case V128 -> V128.class;
      case REFERENCE -> carrier(type.heapType().kind());
    };
  }

  private static Class<?> carrier(HeapType.Kind kind) {
    return switch (kind) {
      case ANY, EXTERN -> Object.class;
      case EQ -> EqRef.class;
      case I31 -> I31.class;
      case STRUCT -> WasmStruct.class;
      case ARRAY -> WasmArray.class;
      case FUNC -> WasmFunction.class;
      case EXN -> WasmException.class;
      case NONE, NOFUNC, NOEXTERN, NOEXN -> Void.class;
    };
  }
}
