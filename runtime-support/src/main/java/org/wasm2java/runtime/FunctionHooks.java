package org.wasm2java.runtime;

import org.wasm2java.runtime.type.FunctionType;

/**
 * What this library and generated code ask of a function; people have no use for it. Its methods
 * are final where generated code calls them, which keeps such a call one method.
 */
abstract class FunctionHooks {
  /** The typed view that another module last took of this function. */
  private volatile WasmFunction view;

  FunctionHooks() {}

  /** Returns the function's type. */
  public abstract FunctionType type();

  /** Returns the instance that the function is of; {@code null} if it is the host's. */
  public abstract Instance owner();

  /** Returns the function's index in its instance, or -1 for a host's. */
  protected int index() {
    return -1;
  }

  /** Returns the typed view that was kept last, or {@code null}. */
  public final WasmFunction view() {
    return view;
  }

  /** Keeps a typed view, so that the next call through it is direct. */
  public final void keepView(WasmFunction typedView) {
    // Views have fields for further results: those of a host function would serve several threads.
    if (owner() != null || type().results().size() <= 1) {
      view = typedView;
    }
  }
}
