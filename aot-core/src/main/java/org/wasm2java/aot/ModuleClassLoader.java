package org.wasm2java.aot;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Defines a module's generated classes in memory and hands them their resources. */
final class ModuleClassLoader extends ClassLoader {
  private final Map<String, byte[]> classes;
  private final Map<String, byte[]> resources;

  ModuleClassLoader(CompiledModule module, ClassLoader parent) {
    super(parent);
    this.classes = module.classes();
    this.resources = module.translation().resources();
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
  public @Nullable InputStream getResourceAsStream(String name) {
    byte[] bytes = resources.get(name);
    return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
  }
}
