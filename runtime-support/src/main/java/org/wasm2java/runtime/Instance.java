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
  /** For generated code. */
  protected Instance() {}

  /** Returns the export of this name, or {@code null} if there is none. */
  public abstract Extern export(String name);

  /** Returns the names of the exports in the module's order. */
  public abstract Set<String> exportNames();
}
