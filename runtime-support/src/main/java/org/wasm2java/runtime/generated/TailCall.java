package org.wasm2java.runtime.generated;

import org.wasm2java.runtime.WasmFunction;

/**
 * What a tail call of another module's function hands over: numbers as 64 raw bits as in {@link
 * org.wasm2java.runtime.ops.RawCall}, or, where these do not do, all values in an array. The module
 * that was called from outside first makes it, and all modules that call each other from there on
 * use the same one.
 *
 * <pre>{@code
 * TailCall call = outer == null ? TailCall.of(self) : outer; // in generated code
 * call.p0 = self.a0I;
 * call.next = callee;
 * }</pre>
 */
public final class TailCall {
  /** The function to call next; {@code null} when results are there. */
  public TailCallee next;

  /** The first argument, or the result. */
  public long p0;

  /** The second argument. */
  public long p1;

  /** The third argument. */
  public long p2;

  /** The fourth argument. */
  public long p3;

  /** The fifth argument. */
  public long p4;

  /** The sixth argument. */
  public long p5;

  /** The seventh argument. */
  public long p6;

  /** The eighth argument. */
  public long p7;

  /** Arguments or results that are not only numbers, or too many, boxed. */
  public Object[] values;

  private TailCall() {}

  /** Returns a call for an instance to make, which was made before or is new. */
  public static TailCall of(GeneratedInstance instance) {
    TailCall spare = instance.spareTailCall;
    instance.spareTailCall = null;
    return spare == null ? new TailCall() : spare;
  }

  /** Calls {@link #next}, and what is to be called then, until there are results. */
  public void run() {
    while (next != null) {
      TailCallee callee = next;
      next = null;
      try {
        callee.tail(this);
      } catch (RuntimeException | StackOverflowError e) {
        throw GeneratedFunction.passOn((WasmFunction) callee, e);
      }
    }
  }

  /** Gives the call back whose result is a number, and returns that. */
  public long number(GeneratedInstance instance) {
    instance.spareTailCall = this;
    return p0;
  }

  /** Gives the call back whose results are boxed, and returns these. */
  public Object[] boxed(GeneratedInstance instance) {
    Object[] results = take();
    instance.spareTailCall = this;
    return results;
  }

  /** Returns the boxed values, and forgets them. */
  public Object[] take() {
    Object[] taken = values;
    values = null;
    return taken;
  }
}
