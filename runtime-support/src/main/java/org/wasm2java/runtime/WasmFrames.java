package org.wasm2java.runtime;

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
  private static final ConcurrentHashMap<String, WeakReference<Class<?>>> MODULES =
      new ConcurrentHashMap<>();

  /** How many modules there are when those that were unloaded are next forgotten. */
  private static volatile int nextCleaning = 16;

  private WasmFrames() {}

  /**
   * For generated code: makes a module's frames known. Their table is the resource beside the class
   * with its simple name and {@code .frames}.
   *
   * @param module the module's class, which is not kept from being unloaded
   */
  public static void register(Class<?> module) {
    MODULES.put(module.getName(), new WeakReference<>(module));
    if (MODULES.size() >= nextCleaning) {
      MODULES.values().removeIf(known -> known.get() == null);
      nextCleaning = 2 * MODULES.size() + 16;
    }
  }

  /** Returns the WebAssembly frame that a frame of the Java stack is or is a part of. */
  public static Optional<WasmFrame> of(StackTraceElement element) {
    try {
      FrameTable.Method method = FrameTable.methodOf(element);
      return method == null ? Optional.empty() : Optional.of(method.frame(StackFrames.ANY));
    } catch (RuntimeException e) {
      return Optional.empty(); // a broken table is no frame and no failure
    }
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
      WeakReference<Class<?>> known = MODULES.get(className.substring(0, end));
      Class<?> module = known == null ? null : known.get();
      FrameTable table = module == null ? null : FrameTable.of(module);
      if (table != null && table.has(className)) {
        return table;
      }
    }
    return null;
  }
}
