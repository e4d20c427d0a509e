package org.wasm2java.runtime;

import org.wasm2java.runtime.type.ValueType;

/**
 * Is told of calls of functions: those that the option {@code listen} named when the module was
 * translated, on instances that it was given to by {@link Execution#setListener}. It is called on
 * the thread that runs the code. What it throws goes to the caller of the function.
 *
 * <pre>{@code
 * instance.execution().setListener(new FunctionListener() {
 *   @Override
 *   public void before(Instance instance, FunctionInfo function, Object[] arguments) {
 *     counts.merge(function.name(), 1, Integer::sum);
 *   }
 * });
 * }</pre>
 *
 * @see org.wasm2java.runtime.listener.TraceListener
 * @see org.wasm2java.runtime.listener.FlightRecorderListener
 */
public interface FunctionListener {
  /**
   * A function was called.
   *
   * @param arguments boxed as {@link ValueType} says; a copy
   */
  default void before(Instance instance, FunctionInfo function, Object[] arguments) {}

  /**
   * A function returned.
   *
   * @param results boxed as {@link ValueType} says; a copy
   */
  default void after(Instance instance, FunctionInfo function, Object[] results) {}

  /**
   * A function has evaluated the arguments of a tail call, which takes its place: it is told of no
   * more. The function called is told of as any other, by {@link #before}. Unless a listener says
   * otherwise this is the same as to return nothing.
   */
  default void tailCall(Instance instance, FunctionInfo function) {
    after(instance, function, new Object[0]);
  }

  /**
   * A function ended with an exception, which goes on to the caller.
   *
   * @param thrown what the caller of the export will get: a {@link Trap}, an exception of a host
   *     function, or {@link ExitException}
   */
  default void abort(Instance instance, FunctionInfo function, Throwable thrown) {}
}
