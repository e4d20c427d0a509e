package org.wasm2java.runtime;

/**
 * The body of a host function whose type is only known at run time. Typed host functions are
 * methods of the interfaces that the translator generates from a module's imports; they neither box
 * nor use arrays.
 */
@FunctionalInterface
public interface HostBody {
  /**
   * Runs the function.
   *
   * @param arguments boxed as {@link ValueType} says, in order
   * @return the results in order, boxed alike; may be {@code null} for none
   */
  Object[] call(Object[] arguments);
}
