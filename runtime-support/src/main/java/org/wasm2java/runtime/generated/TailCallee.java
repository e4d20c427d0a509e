package org.wasm2java.runtime.generated;

/**
 * A function that may end with a tail call, seen by modules that do not know its class: it returns
 * to whoever called it and leaves the function to call next behind, so that modules that call each
 * other so need no more stack for it.
 *
 * <pre>{@code
 * call.p0 = 7; // in generated code
 * callee.tail(call);
 * }</pre>
 */
public interface TailCallee {
  /**
   * Runs the function with the arguments that the call holds. Then the call holds the results, or
   * the function to call next with its arguments.
   */
  void tail(TailCall call);
}
