package org.wasm2java.aot;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wasm2java.aot.build.JarWriter;
import org.wasm2java.aot.build.RuntimeClasses;
import org.wasm2java.aot.source.SourceWriter;
import org.wasm2java.runtime.ModuleDescriptor;

/**
 * A translated and compiled module.
 *
 * @param translation the sources and resources
 * @param classes class files by path, such as {@code com/acme/Sha256.class}
 */
public record CompiledModule(Translation translation, SortedMap<String, byte[]> classes) {
  /** Copies the map. */
  public CompiledModule {
    classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
  }

  /** Returns what users should know of the result, one sentence each; mostly nothing. */
  public List<String> warnings() {
    return translation.warnings();
  }

  /**
   * Loads the module into this JVM: returns a new loader that defines its classes and finds its
   * resources.
   *
   * @param parent a loader that finds the runtime's classes
   */
  public ClassLoader classLoader(ClassLoader parent) {
    return new ModuleClassLoader(this, parent);
  }

  /**
   * Loads the module into this JVM, by a class loader of its own, and returns it as a value.
   *
   * @param parent a loader that finds the runtime's classes
   */
  public ModuleDescriptor load(ClassLoader parent) {
    String name = SourceWriter.descriptorClass(translation.className());
    try {
      Class<?> descriptor = classLoader(parent).loadClass(name);
      return (ModuleDescriptor) descriptor.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the translator generates the class " + name, e);
    }
  }

  /**
   * Writes a jar: the same bytes for the same module, JDK and options.
   *
   * @param out where to write; not closed
   */
  public void writeJar(OutputStream out, JarOptions options) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>(classes);
    entries.putAll(translation.resources());
    entries.putAll(translation.services());
    if (options.bundleRuntime()) {
      entries.putAll(RuntimeClasses.all());
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    options.mainClass().ifPresent(name -> attributes.put("Main-Class", name));
    JarWriter.write(out, entries, attributes);
  }
}
