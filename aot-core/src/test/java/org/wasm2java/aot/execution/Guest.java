package org.wasm2java.aot.execution;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.wasm2java.aot.GeneratedClasses;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.aot.Translator;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.WasmFunction;
import org.wasm2java.runtime.host.BoxedBody;
import org.wasm2java.runtime.host.HostFunction;
import org.wasm2java.runtime.type.FunctionType;

/** Modules of {@code resources/execution}, translated with options. */
final class Guest {
  private Guest() {}

  static GeneratedClasses translate(String name, Consumer<TranslationOptions.Builder> choice) {
    return translate(name, "execution.Module", choice);
  }

  /**
   * Translates to a class of this name: frames of modules that have one name are not told apart.
   */
  static GeneratedClasses translate(
      String name, String className, Consumer<TranslationOptions.Builder> choice) {
    TranslationOptions.Builder options = TranslationOptions.builder(className);
    choice.accept(options);
    return GeneratedClasses.of(new Translator(options.build()).compile(bytes(name)));
  }

  static byte[] bytes(String name) {
    String path = "/execution/" + name + ".wasm";
    try (InputStream in = Guest.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new AssertionError("the resource " + path + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(path, e);
    }
  }

  /** Instantiates a module whose host function returns its argument. */
  static Instance instantiate(GeneratedClasses classes) {
    return instantiate(classes, arguments -> arguments);
  }

  static Instance instantiate(GeneratedClasses classes, BoxedBody host) {
    WasmFunction function = HostFunction.boxed(FunctionType.of("i32", "i32"), host);
    return classes.instantiate(new Store().define("env", "host", function));
  }

  static Object[] call(Instance instance, String name, Object... arguments) {
    return ((WasmFunction) instance.export(name)).call(arguments);
  }
}
