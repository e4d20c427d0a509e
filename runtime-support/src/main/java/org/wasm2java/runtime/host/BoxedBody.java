package org.wasm2java.runtime.host;

import org.wasm2java.runtime.type.ValueType;

/**
 * The body of a host function whose type is only known at run time. Typed host functions are
 * methods of the interfaces that the translator generates from a module's imports; they neither box
 * nor use arrays.
 *
 * <pre>{@code
 * BoxedBody add = arguments -> new Object[] {(int) arguments[0] + (int) arguments[1]};
 * WasmFunction function = HostFunction.boxed(FunctionType.of("i32 i32", "i32"), add);
 * }</pre>
 */
@FunctionalInterface
public interface BoxedBody {
  /**
   * Runs the function.
   *
   * @param arguments boxed as {@link ValueType} says, in order
   * @return the results in order, boxed alike; may be {@code null} for none
   */
  Object[] call(Object[] arguments);
}
