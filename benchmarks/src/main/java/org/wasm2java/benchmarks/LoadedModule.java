package org.wasm2java.benchmarks;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.wasm2java.aot.CompiledModule;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.ModuleDescriptor;
import org.wasm2java.runtime.Store;
import org.wasm2java.wasi.Wasi;
import org.wasm2java.wasi.WasiCommand;

/** A translated module as classes of this JVM, loaded by a class loader of its own. */
public final class LoadedModule {
  private final ModuleDescriptor module;

  private LoadedModule(ModuleDescriptor module) {
    this.module = module;
  }

  /** Loads the classes and resources of a translated module. */
  public static LoadedModule of(CompiledModule module) {
    return new LoadedModule(module.load(LoadedModule.class.getClassLoader()));
  }

  /** Loads a module from a jar. */
  public static LoadedModule fromJar(Path jar, String className) throws IOException {
    URL[] path = {jar.toUri().toURL()};
    ClassLoader loader = new URLClassLoader(path, LoadedModule.class.getClassLoader());
    return new LoadedModule(
        ModuleDescriptor.find(className, loader)
            .orElseThrow(() -> new AssertionError(jar + " has no module " + className)));
  }

  /** Instantiates the module; throws what the generated {@code instantiate} throws. */
  public Instance instantiate(Store store) {
    return module.instantiate(store);
  }

  /**
   * Runs a WASI command in a fresh instance with what the builder grants.
   *
   * @return the exit code
   */
  public int run(String name, Wasi.Builder grants) {
    return run(name, grants, new GuestClock());
  }

  /**
   * Runs a WASI command in a fresh instance with what the builder grants.
   *
   * @param clock takes the time of the guest's thread
   * @return the exit code
   */
  int run(String name, Wasi.Builder grants, GuestClock clock) {
    return WasiCommand.run(
        name,
        grants,
        new WasiCommand.Program() {
          @Override
          public void run(Store store) {
            clock.time(
                () -> module.instantiate(store.namespace(), config()).export("_start").call());
          }
        });
  }
}
