package org.wasm2java.aot;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.Store;

/** Loads what the translator compiled, into the JVM that runs the tests. */
public final class GeneratedClasses extends ClassLoader {
  private final Map<String, byte[]> classes;
  private final Map<String, byte[]> resources;
  private final String className;

  /** A loader of one module's classes. */
  public GeneratedClasses(CompiledModule module) {
    this(module.translation(), module.classes());
  }

  /** A loader of classes that may hold further modules. */
  public GeneratedClasses(Translation translation, Map<String, byte[]> classes) {
    super(GeneratedClasses.class.getClassLoader());
    this.classes = classes;
    this.resources = translation.resources();
    this.className = translation.className();
  }

  /** Translates, compiles and loads a module. */
  public static GeneratedClasses of(byte[] wasm, String className) {
    return new GeneratedClasses(
        new Translator(TranslationOptions.builder(className).build()).compile(wasm));
  }

  /** Returns the module's class. */
  public Class<?> moduleClass() {
    try {
      return loadClass(className);
    } catch (ClassNotFoundException e) {
      throw new AssertionError("the translator generates the class it was asked for", e);
    }
  }

  /** Instantiates the module; what that throws comes out as it is. */
  public Instance instantiate(Store store) {
    try {
      return (Instance) moduleClass().getMethod("instantiate", Store.class).invoke(null, store);
    } catch (java.lang.reflect.InvocationTargetException e) {
      throw GeneratedClasses.<RuntimeException>unchecked(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("a module's class has the method instantiate", e);
    }
  }

  @SuppressWarnings("unchecked") // erased: rethrows what was thrown
  private static <E extends Throwable> E unchecked(Throwable thrown) throws E {
    throw (E) thrown;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.get(name.replace('.', '/') + ".class");
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  @Override
  public InputStream getResourceAsStream(String name) {
    byte[] bytes = resources.get(name);
    return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
  }
}
