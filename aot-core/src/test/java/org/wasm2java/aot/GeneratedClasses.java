package org.wasm2java.aot;

import java.lang.reflect.InvocationTargetException;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.Store;

/** A module as classes of the JVM that runs the tests. */
public record GeneratedClasses(Class<?> moduleClass) {
  /** Loads a compiled module. */
  public static GeneratedClasses of(CompiledModule module) {
    ClassLoader loader = module.classLoader(GeneratedClasses.class.getClassLoader());
    try {
      return new GeneratedClasses(loader.loadClass(module.translation().className()));
    } catch (ClassNotFoundException e) {
      throw new AssertionError("the translator generates the class it was asked for", e);
    }
  }

  /** Translates, compiles and loads a module. */
  public static GeneratedClasses of(byte[] wasm, String className) {
    return of(new Translator(TranslationOptions.builder(className).build()).compile(wasm));
  }

  /** Instantiates the module; what that throws comes out as it is. */
  public Instance instantiate(Store store) {
    try {
      return (Instance) moduleClass.getMethod("instantiate", Store.class).invoke(null, store);
    } catch (InvocationTargetException e) {
      throw GeneratedClasses.<RuntimeException>unchecked(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("a module's class has the method instantiate", e);
    }
  }

  @SuppressWarnings("unchecked") // erased: rethrows what was thrown
  private static <E extends Throwable> E unchecked(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
