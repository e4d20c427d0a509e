package org.wasm2java.runtime;

import java.util.Set;

/**
 * An instantiated module. The translator generates a subclass per module with a typed method per
 * exported function; the methods here are the dynamic way for tools. An instance is confined to one
 * thread at a time.
 *
 * <pre>{@code
 * Instance instance = Sha256.instantiate(new Store());
 * WasmFunction digest = (WasmFunction) instance.export("digest");
 * }</pre>
 *
 * @see <a href="https://webassembly.github.io/spec/core/exec/runtime.html#module-instances">Module
 *     instances</a>
 */
public abstract class Instance {
  private volatile Execution execution;

  /** For generated code. */
  protected Instance() {}

  /** Returns what stops, limits and watches the instance's code, the same every time. */
  public final Execution execution() {
    Execution known = execution;
    if (known == null) {
      synchronized (this) {
        known = execution;
        if (known == null) {
          known = new Execution(this);
          execution = known;
        }
      }
    }
    return known;
  }

  /** For generated code: whether it looks for a reason to stop. */
  protected boolean isInterruptible() {
    return false;
  }

  /** For generated code: says whether there is a reason to stop. */
  protected void mustStop(boolean value) {
    throw Execution.lacks("interruptible");
  }

  /** For generated code: returns how much fuel is left. */
  protected long fuelLeft() {
    throw Execution.lacks("fuel");
  }

  /** For generated code: sets how much fuel is left. */
  protected void fuelLeft(long amount) {
    throw Execution.lacks("fuel");
  }

  /** For generated code: sets who is told of calls, or {@code null}. */
  protected void listener(FunctionListener listener) {
    throw Execution.lacks("listen");
  }

  /** Returns the export of this name, or {@code null} if there is none. */
  public abstract Extern export(String name);

  /** Returns the names of the exports in the module's order. */
  public abstract Set<String> exportNames();
}
