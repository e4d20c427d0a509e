package org.wasm2java.runtime;

import org.wasm2java.runtime.type.FunctionType;
import org.wasm2java.runtime.type.ValueType;

/**
 * A function as a value: what tables hold, {@code ref.func} gives, and stores link. Generated code
 * has a class for each function type with a typed method, so its calls neither box nor look up
 * anything; {@link #call} is the dynamic way for tools.
 *
 * <pre>{@code
 * WasmFunction add = instance.exportedFunction("add");
 * Object[] sum = add.call(2, 3);
 * }</pre>
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/exec/runtime.html#function-instances">Function
 *     instances</a>
 */
public abstract non-sealed class WasmFunction extends FunctionHooks implements Extern {
  /** For subclasses. */
  protected WasmFunction() {}

  /** Returns the function's type. */
  @Override
  public abstract FunctionType type();

  /**
   * Calls the function with boxed arguments.
   *
   * @param arguments boxed as {@link ValueType} says, one per parameter
   * @return the results, boxed alike
   * @throws Trap if the execution traps
   * @throws IllegalArgumentException if number or class of the arguments do not fit the type
   */
  public abstract Object[] call(Object... arguments);

  /** Returns the instance that the function is of; {@code null} if it is the host's. */
  @Override
  public Instance owner() {
    return null;
  }

  /** Returns what an instance that imports this function calls; by default the function itself. */
  protected WasmFunction forCaller(Instance caller) {
    return this;
  }

  @Override
  public String describe() {
    return type().text();
  }

  /** Returns {@link #describe}. */
  @Override
  public String toString() {
    return describe();
  }
}
