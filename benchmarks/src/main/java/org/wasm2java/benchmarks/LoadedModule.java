package org.wasm2java.benchmarks;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Objects;
import org.wasm2java.aot.CompiledModule;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.WasmFunction;
import org.wasm2java.wasi.Wasi;
import org.wasm2java.wasi.WasiCommand;

/** A translated module as classes of this JVM, loaded by a class loader of its own. */
public final class LoadedModule {
  private final Method instantiate;

  private LoadedModule(Method instantiate) {
    this.instantiate = instantiate;
  }

  /** Loads the classes and resources of a translated module. */
  public static LoadedModule of(CompiledModule module) {
    ClassLoader loader = module.classLoader(LoadedModule.class.getClassLoader());
    return load(loader, module.translation().className());
  }

  /** Loads a module from a jar. */
  public static LoadedModule fromJar(Path jar, String className) throws IOException {
    URL[] path = {jar.toUri().toURL()};
    return load(new URLClassLoader(path, LoadedModule.class.getClassLoader()), className);
  }

  private static LoadedModule load(ClassLoader loader, String className) {
    try {
      return new LoadedModule(loader.loadClass(className).getMethod("instantiate", Store.class));
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("no " + className + ".instantiate(Store) was generated", e);
    }
  }

  /** Instantiates the module; throws what the generated {@code instantiate} throws. */
  public Instance instantiate(Store store) {
    try {
      return (Instance) instantiate.invoke(null, store);
    } catch (InvocationTargetException e) {
      throw LoadedModule.<RuntimeException>asUnchecked(
          Objects.requireNonNull(e.getCause(), "cause"));
    } catch (IllegalAccessException e) {
      throw new AssertionError("the generated instantiate method is not public", e);
    }
  }

  /**
   * Runs a WASI command in a fresh instance with what the builder grants.
   *
   * @return the exit code
   */
  public int run(String name, Wasi.Builder grants) {
    return WasiCommand.run(
        name,
        grants,
        new WasiCommand.Program() {
          @Override
          public void run(Store store) {
            WasmFunction start = (WasmFunction) instantiate(store).export("_start");
            Objects.requireNonNull(start, "_start").call();
          }
        });
  }

  @SuppressWarnings(
      "unchecked") // the caller's type is erased: this rethrows any throwable as it is
  private static <T extends Throwable> T asUnchecked(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
