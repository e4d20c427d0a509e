package org.wasm2java.runtime.frame;

import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The modules whose frames can be told. Generated classes make themselves known before anything
 * else; nothing is read before someone asks for a frame.
 *
 * <pre>{@code
 * static {
 *   ModuleFrames.register(Sha256.class); // in generated code
 * }
 * }</pre>
 */
public final class ModuleFrames {
  private static final ConcurrentHashMap<String, WeakReference<Class<?>>> MODULES =
      new ConcurrentHashMap<>();

  /** How many modules there are when those that were unloaded are next forgotten. */
  private static volatile int nextCleaning = 16;

  private ModuleFrames() {}

  /**
   * Makes a module's frames known. Their table is the resource beside the class with its simple
   * name and {@code .frames}.
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
