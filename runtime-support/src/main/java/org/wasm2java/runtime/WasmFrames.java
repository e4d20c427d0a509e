package org.wasm2java.runtime;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells which WebAssembly function and instruction a frame of the Java stack is of. Nothing of it
 * is computed, and no table read, before someone asks.
 *
 * <pre>{@code
 * try {
 *   guest.run();
 * } catch (IllegalStateException ofHostFunction) {
 *   WasmFrames.of(ofHostFunction).forEach(frame -> System.err.println("  at " + frame));
 * }
 * }</pre>
 *
 * <p>A {@link StackTraceElement} names a class but not its loader. Where several loaders have
 * modules of the same class name, the one that was initialized last is meant.
 */
public final class WasmFrames {
  private static final ConcurrentHashMap<String, Registration> MODULES = new ConcurrentHashMap<>();

  private static final ReferenceQueue<Class<?>> UNLOADED = new ReferenceQueue<>();

  private WasmFrames() {}

  /**
   * For generated code: makes a module's frames known.
   *
   * @param module the module's class, which is not kept from being unloaded
   * @param resource the name of the table beside it
   */
  public static void register(Class<?> module, String resource) {
    Reference<?> unloaded = UNLOADED.poll();
    while (unloaded != null) {
      Registration gone = (Registration) unloaded;
      MODULES.remove(gone.className, gone);
      unloaded = UNLOADED.poll();
    }
    MODULES.put(module.getName(), new Registration(module, resource));
  }

  /** Returns the WebAssembly frame that a frame of the Java stack is or is a part of. */
  public static Optional<WasmFrame> of(StackTraceElement element) {
    FrameTable.Method method = FrameTable.methodOf(element);
    return method == null ? Optional.empty() : Optional.of(method.frame(StackFrames.ANY));
  }

  /**
   * Returns the WebAssembly frames of the stack on which something was thrown, innermost first. Of
   * modules that call each other it has the frames of all; of a trap those of {@link Trap#frames}.
   */
  public static List<WasmFrame> of(Throwable thrown) {
    return thrown instanceof Trap trap ? trap.frames() : StackFrames.of(thrown);
  }

  /** Returns the table of the module that a class belongs to, or {@code null}. */
  static FrameTable tableOf(String className) {
    // A module's other classes have the name of its main class with something behind.
    for (int end = className.length(); end > className.lastIndexOf('.') + 1; end--) {
      Registration registration = MODULES.get(className.substring(0, end));
      FrameTable table = registration == null ? null : registration.table();
      if (table != null && table.has(className)) {
        return table;
      }
    }
    return null;
  }

  private static final class Registration extends WeakReference<Class<?>> {
    private final String className;
    private final String resource;
    private FrameTable table;

    Registration(Class<?> module, String resource) {
      super(module, UNLOADED);
      this.className = module.getName();
      this.resource = resource;
    }

    /** Returns the table, read the first time; without methods if that fails. */
    synchronized FrameTable table() {
      Class<?> module = get();
      if (table == null && module != null) {
        table = FrameTable.read(module, resource);
      }
      return table;
    }
  }
}
