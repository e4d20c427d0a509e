package org.wasm2java.runtime;

import org.wasm2java.runtime.type.FunctionType;

/**
 * What this library asks of the generated class of an instance; people have no use for it. The
 * translator overrides these methods, some only where an option of the translation asks for it.
 */
abstract class InstanceHooks {
  InstanceHooks() {}

  /** Returns what describes the module that this is an instance of. */
  public abstract ModuleDescriptor module();

  /**
   * Initializes what the module defines and calls its start function. What this throws is what the
   * caller of an export would see.
   */
  protected abstract void initializeModule();

  /** Returns a function as a value, the same one every time. */
  protected abstract WasmFunction function(int index);

  /**
   * Returns the export of this name, or {@code null} if there is none: here by the module's
   * description, as modules with very many exports have no code that knows their names.
   */
  protected Extern exported(String name) {
    ModuleDescriptor module = module();
    Integer position = module.exportPositions().get(name);
    if (position == null) {
      return null;
    }
    return module.exports().get(position).type() instanceof FunctionType
        ? function(module.exportIndex(position))
        : exportedAt(position);
  }

  /** Returns the memory, table, global or tag that is the export at a position. */
  protected Extern exportedAt(int position) {
    throw new IllegalStateException("export " + position + " of " + this + " is a function");
  }

  /** Writes the state, in an order that {@link #load} follows. */
  protected abstract void save(SnapshotWriter writer);

  /** Reads what {@link #save} wrote. */
  protected abstract void load(SnapshotReader reader);

  /** Returns whether the code looks for a reason to stop. */
  protected boolean isInterruptible() {
    return false;
  }

  /** Says whether there is a reason to stop. */
  protected void mustStop(boolean value) {
    throw Execution.lacks("interruptible");
  }

  /** Returns how much fuel is left. */
  protected long fuelLeft() {
    throw Execution.lacks("fuel");
  }

  /** Sets how much fuel is left. */
  protected void fuelLeft(long amount) {
    throw Execution.lacks("fuel");
  }

  /** Sets who is told of calls, or {@code null}. */
  protected void listener(FunctionListener listener) {
    throw Execution.lacks("listen");
  }
}
