package org.wasm2java.aot.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.wasm2java.aot.GeneratedClasses;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.aot.Translator;
import org.wasm2java.runtime.ExitException;
import org.wasm2java.runtime.ModuleDescriptor;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.host.HostFunction;
import org.wasm2java.runtime.type.FunctionType;

/** The modules of these tests, each translated once. */
final class Guests {
  /** Calls a host function and is called. */
  static final ModuleDescriptor GUEST = load("guest");

  /** Imports from the one before. */
  static final ModuleDescriptor USER = load("user");

  /** Has state of every kind and imports nothing. */
  static final ModuleDescriptor MACHINE = load("machine");

  /** Imports everything of every kind. */
  static final ModuleDescriptor CALLER = load("caller");

  /** Calls a host function from functions that may start it. */
  static final ModuleDescriptor EXITING = load("exiting");

  /** Throws and catches exceptions, of its own and of the host. */
  static final ModuleDescriptor THROWING = load("throwing");

  /** Catches exceptions of the one before. */
  static final ModuleDescriptor CATCHING = load("catching");

  /** Grows its memory. */
  static final ModuleDescriptor GROWING = load("growing");

  /** Never ends by itself, but can be interrupted. */
  static final ModuleDescriptor SPINNING =
      GeneratedClasses.of(
              new Translator(
                      TranslationOptions.builder("embedding.Spinning").interruptible(true).build())
                  .compile(bytes("spinning")))
          .module();

  private Guests() {}

  static byte[] bytes(String name) {
    String path = "/embedding/" + name + ".wasm";
    try (InputStream in = Guests.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new AssertionError("the resource " + path + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(path, e);
    }
  }

  private static ModuleDescriptor load(String name) {
    String simpleName = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    return GeneratedClasses.of(bytes(name), "embedding." + simpleName).module();
  }

  /** Returns a store in which the guest finds its host function, which adds one. */
  static Store storeForGuest() {
    return new Store()
        .define(
            "env",
            "host",
            HostFunction.boxed(
                FunctionType.of("i32", "i32"), arguments -> new Object[] {(int) arguments[0] + 1}));
  }

  /** Returns a store in which the guest's host function ends it with the argument as exit code. */
  static Store exitingStore() {
    return new Store()
        .define(
            "env",
            "host",
            HostFunction.boxed(
                FunctionType.of("i32", "i32"),
                arguments -> {
                  throw new ExitException((int) arguments[0]);
                }));
  }
}
