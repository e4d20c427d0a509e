package org.wasm2java.aot;

import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.ModuleDescriptor;
import org.wasm2java.runtime.Store;

/** A module as classes of the JVM that runs the tests. */
public record GeneratedClasses(ModuleDescriptor module) {
  /** Loads a compiled module. */
  public static GeneratedClasses of(CompiledModule module) {
    return new GeneratedClasses(module.load(GeneratedClasses.class.getClassLoader()));
  }

  /** Translates, compiles and loads a module. */
  public static GeneratedClasses of(byte[] wasm, String className) {
    return of(new Translator(TranslationOptions.builder(className).build()).compile(wasm));
  }

  /** Instantiates the module; what that throws comes out as it is. */
  public Instance instantiate(Store store) {
    return module.instantiate(store);
  }
}
