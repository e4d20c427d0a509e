package org.wasm2java.conformance.spec;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.wasm2java.aot.Translator;
import org.wasm2java.aot.decode.ModuleDecoder;
import org.wasm2java.aot.diagnostic.WasmModuleException;
import org.wasm2java.aot.module.Import;
import org.wasm2java.aot.module.WasmModule;
import org.wasm2java.aot.validate.ModuleValidator;
import org.wasm2java.benchmarks.LoadedModule;

/**
 * Translates the modules of one script. Scripts repeat modules, and javac is what a run waits for,
 * so equal bytes are translated once. Threads of the script may share it.
 */
final class ScriptModules {
  private final Translator translator;
  private final Map<ByteBuffer, LoadedModule> loaded = new HashMap<>();

  ScriptModules(Translator translator) {
    this.translator = translator;
  }

  /**
   * Decodes and validates a module.
   *
   * @throws WasmModuleException if it is malformed or invalid
   */
  static void check(byte[] wasm) {
    ModuleValidator.validate(ModuleDecoder.decode(wasm));
  }

  /** Returns the names of the modules that a module imports from. */
  static Set<String> importedModules(byte[] wasm) {
    WasmModule module = ModuleDecoder.decode(wasm);
    Set<String> names = new LinkedHashSet<>();
    for (Import imported : module.imports()) {
      names.add(imported.module());
    }
    return names;
  }

  /**
   * Translates, compiles and loads a module.
   *
   * @throws WasmModuleException if it is malformed, invalid or unsupported
   */
  synchronized LoadedModule load(byte[] wasm) {
    ByteBuffer key = ByteBuffer.wrap(wasm);
    LoadedModule known = loaded.get(key);
    if (known == null) {
      known = LoadedModule.of(translator.compile(wasm));
      loaded.put(key, known);
    }
    return known;
  }
}
