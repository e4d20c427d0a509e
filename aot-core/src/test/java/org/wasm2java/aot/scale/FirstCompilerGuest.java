package org.wasm2java.aot.scale;

import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.ModuleDescriptor;
import org.wasm2java.runtime.Store;

/** Runs in a JVM of its own: calls the exports of a module until HotSpot compiles them. */
public final class FirstCompilerGuest {
  /** Beyond it HotSpot compiles a method to enter it in a loop ({@code Tier3BackEdgeThreshold}). */
  private static final int ROUNDS = 70_000;

  /** Beyond it HotSpot compiles a method ({@code Tier3InvocationThreshold} is 200). */
  private static final int CALLS = 3_000;

  private FirstCompilerGuest() {}

  /** Takes the name of the generated class and the names of the exports. */
  public static void main(String[] args) {
    ModuleDescriptor module =
        ModuleDescriptor.find(args[0], FirstCompilerGuest.class.getClassLoader()).orElseThrow();
    Instance instance = module.instantiate(new Store());
    for (int i = 1; i < args.length; i++) {
      instance.export(args[i]).call(ROUNDS);
      for (int call = 0; call < CALLS; call++) {
        instance.export(args[i]).call(1);
      }
    }
  }
}
