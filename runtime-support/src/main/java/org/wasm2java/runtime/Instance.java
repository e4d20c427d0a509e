package org.wasm2java.runtime;

import java.util.Collections;
import java.util.OptionalInt;
import java.util.Set;
import org.wasm2java.runtime.internal.ShownText;

/**
 * An instantiated module. The translator generates a subclass per module with a typed method per
 * exported function; the methods here are what all instances have, and the dynamic way to the
 * exports for tools. An instance is confined to one thread at a time; {@link #close(int)} may be
 * called from any.
 *
 * <pre>{@code
 * try (Instance math = MathModule.instantiate(store)) {
 *   Object[] sum = math.export("add").call(2, 3);
 * }
 * }</pre>
 *
 * @see <a href="https://webassembly.github.io/spec/core/exec/runtime.html#module-instances">Module
 *     instances</a>
 */
public abstract class Instance extends InstanceHooks implements AutoCloseable {
  private static final long OPEN = -1;

  /** A message names this many exports at most; modules have up to a hundred thousand. */
  private static final int SHOWN_EXPORTS = 20;

  private final InstanceContext context;

  /** {@link #OPEN}, or the unsigned exit code. */
  private volatile long exit = OPEN;

  private volatile Execution execution;

  /** For generated classes: an instance that takes its imports from this linker. */
  protected Instance(Linker linker) {
    context = new InstanceContext(linker);
    linker.links(this);
  }

  final InstanceContext context() {
    return context;
  }

  /** Returns what describes the module that this is an instance of. */
  @Override
  public abstract ModuleDescriptor module();

  /** Returns the name that the instance was given, or an empty string. */
  public final String name() {
    return context.config().name();
  }

  /** Returns where the instance found its imports. */
  public final Namespace namespace() {
    return context.linker().namespace();
  }

  /**
   * Returns an export of any kind.
   *
   * @throws IllegalArgumentException if there is none of this name; the message lists those that
   *     there are
   */
  public final Extern export(String name) {
    Extern found = exported(name);
    if (found == null) {
      throw noExport(name, "export");
    }
    return found;
  }

  /**
   * Returns an exported function.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public final WasmFunction exportedFunction(String name) {
    if (exported(name) instanceof WasmFunction function) {
      return function;
    }
    throw noExport(name, "exported function");
  }

  /**
   * Returns an exported memory.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public final Memory exportedMemory(String name) {
    if (exported(name) instanceof Memory memory) {
      return memory;
    }
    throw noExport(name, "exported memory");
  }

  private IllegalArgumentException noExport(String name, String kind) {
    return new IllegalArgumentException(
        "no " + kind + " \"" + ShownText.of(name) + "\" in " + this + "; it exports " + exports());
  }

  private String exports() {
    StringBuilder shown = new StringBuilder("[");
    int count = 0;
    for (String name : exportNames()) {
      if (count == SHOWN_EXPORTS) {
        shown.append(", ... ").append(exportNames().size() - count).append(" more");
        break;
      }
      shown.append(count++ == 0 ? "" : ", ").append(ShownText.of(name));
    }
    return shown.append("]").toString();
  }

  /** Returns what stops, limits and watches the instance's code, the same every time. */
  public final Execution execution() {
    Execution known = execution;
    if (known == null) {
      synchronized (context) { // not the instance, which its user may have locked while it runs
        known = execution;
        if (known == null) {
          known = new Execution(this);
          execution = known;
        }
      }
    }
    return known;
  }

  /** Returns the names of the exports in the module's order. */
  public Set<String> exportNames() {
    return Collections.unmodifiableSet(module().exportPositions().keySet());
  }

  /**
   * Returns the memory that host functions work on, the one exported as {@code memory} or else the
   * first; {@code null} if there is none.
   */
  public abstract Memory callerMemory();

  /**
   * Checks that the instance has not been closed, as each export does.
   *
   * @throws ExitException if it has
   */
  protected final void ensureOpen() {
    if (exit != OPEN) {
      throw ExitException.closed(this, (int) exit);
    }
  }

  /**
   * Returns the state of the instance: contents and sizes of the memories and tables that it
   * defines, its globals, and which segments it has dropped. What it imports is not part of it.
   * Must not be called while the instance runs.
   *
   * @throws ExitException if the instance is closed
   */
  public final Snapshot snapshot() {
    ensureOpen();
    SnapshotWriter writer = new SnapshotWriter(this);
    save(writer);
    return writer.snapshot();
  }

  /**
   * Puts the instance into a state that it was in, or another instance of the same module. Must not
   * be called while the instance runs, or one that imports its memories. References to functions of
   * the other instance become references to the same functions of this one.
   *
   * @throws IllegalArgumentException if the snapshot is of another module
   * @throws ResourceLimitException if a memory or table would be larger than the limits of this
   *     instance
   * @throws ExitException if the instance is closed
   */
  public final void restore(Snapshot snapshot) {
    ensureOpen();
    load(new SnapshotReader(this, snapshot));
  }

  /**
   * Returns a new instance in the state of this one, with the same imports, in the same namespace
   * without a name or close listener. Start functions do not run. What is set in {@link #execution}
   * is not copied. A table that both import still has functions of this instance. Must not be
   * called while the instance runs.
   */
  public abstract Instance copy();

  /** Returns whether the instance has been closed, by whatever way. */
  public final boolean isClosed() {
    return exit != OPEN;
  }

  /** Returns the code that the instance was closed with; nothing if it is open. */
  public final OptionalInt exitCode() {
    long code = exit;
    return code == OPEN ? OptionalInt.empty() : OptionalInt.of((int) code);
  }

  /** Closes it with exit code 0, see {@link #close(int)}. */
  @Override
  public final void close() {
    close(0);
  }

  /**
   * Closes the instance: calls of its functions throw an {@link ExitException} with the code from
   * now on, and its name is free. Code that runs on another thread ends with the same exception if
   * the module was translated to be interruptible; otherwise it runs on. Closing again does
   * nothing; the first code stays. Memories and tables that others hold stay as they are.
   *
   * @param exitCode 0 for success
   */
  public final void close(int exitCode) {
    synchronized (context) {
      if (exit != OPEN) {
        return;
      }
      exit = Integer.toUnsignedLong(exitCode);
    }
    if (isInterruptible()) {
      execution().stopWith(() -> ExitException.closed(this, exitCode));
    }
    context.close(this, exitCode);
  }

  /**
   * Closes the instance with exit code 0 and gives the arrays of its memories back to their {@link
   * MemoryAllocator}. Unlike {@link #close()} this must not be called while its code runs, and who
   * holds a memory or view of it must not use them any more: others may get the arrays. Memories
   * that another module imports keep theirs. Does nothing but close where there is no allocator.
   */
  public final void recycle() {
    close(0);
    context.linker().resources().release();
  }

  /** Returns the instance's name, or else the module's, for messages. */
  @Override
  public String toString() {
    return name().isEmpty()
        ? "module " + ShownText.of(context.linker().module())
        : "instance " + ShownText.of(name());
  }
}
