package org.wasm2java.benchmarks.jmh;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import org.wasm2java.aot.CompiledModule;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.aot.Translator;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.ModuleDescriptor;
import org.wasm2java.runtime.Store;

/**
 * One of the modules beside this class, translated in this JVM. Its functions are bound to Java's
 * functional interfaces as a lambda is, so calls from a benchmark are those of ordinary Java code.
 */
final class KernelModule {
  /** Kept, because the compiling of what translates and compiles would disturb what is measured. */
  private static final Map<String, CompiledModule> TRANSLATED = new ConcurrentHashMap<>();

  private final ModuleDescriptor descriptor;
  private final Class<?> type;
  private final MethodHandles.Lookup lookup;

  private KernelModule(ModuleDescriptor descriptor, Class<?> type) {
    this.descriptor = descriptor;
    this.type = type;
    this.lookup = new BindingLoader(type.getClassLoader()).lookup();
  }

  /** Loads {@code NAME.wasm}: classes of its own each time, which are translated once. */
  static KernelModule load(String name) {
    String simpleName = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    return of(simpleName, bytes(name + ".wasm"));
  }

  /** Loads a module: classes of its own each time, which are translated once for each name. */
  static KernelModule of(String simpleName, byte[] wasm) {
    String className = "kernels." + simpleName + "Kernels";
    CompiledModule module =
        TRANSLATED.computeIfAbsent(
            className,
            given -> new Translator(TranslationOptions.builder(given).build()).compile(wasm));
    ModuleDescriptor descriptor = module.load(KernelModule.class.getClassLoader());
    try {
      ClassLoader loader = descriptor.getClass().getClassLoader();
      return new KernelModule(descriptor, loader.loadClass(className));
    } catch (ClassNotFoundException e) {
      throw new LinkageError("the translator made no class " + className, e);
    }
  }

  /** Returns the module as a value. */
  ModuleDescriptor descriptor() {
    return descriptor;
  }

  private static byte[] bytes(String name) {
    try (InputStream in = KernelModule.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Instantiates the module with imports from a store. */
  Instance instantiate(Store store) {
    return descriptor.instantiate(store);
  }

  /**
   * Instantiates the module with one import module in Java, the rest from a store.
   *
   * @param importModule the import module's name, with one function
   * @param function the function's name, [i32 i32] to [i32]
   * @param implementation a public static method of the same name that implements it
   */
  Instance instantiate(Store store, String importModule, String function, Class<?> implementation) {
    try {
      Class<?> implemented = nested(importModule);
      MethodType signature = MethodType.methodType(int.class, int.class, int.class);
      MethodHandle method = MethodHandles.lookup().findStatic(implementation, function, signature);
      Object host =
          lambda(function, MethodType.methodType(implemented), signature, method).invoke();
      Class<?> importsType = type.getClassLoader().loadClass(type.getName() + "$Imports");
      Object imports = importsType.getConstructor().newInstance();
      importsType.getMethod(importModule, implemented).invoke(imports, host);
      return (Instance)
          type.getMethod("instantiate", Store.class, importsType).invoke(null, store, imports);
    } catch (Throwable e) {
      throw new LinkageError(type + " cannot be instantiated", e);
    }
  }

  private Class<?> nested(String importModule) throws ClassNotFoundException {
    String simpleName =
        importModule.substring(0, 1).toUpperCase(Locale.ROOT) + importModule.substring(1);
    return type.getClassLoader().loadClass(type.getName() + "$" + simpleName);
  }

  /** Returns an export of type [i32] to [i32]. */
  IntUnaryOperator unary(Instance instance, String export) {
    return (IntUnaryOperator) bind(instance, export, IntUnaryOperator.class, int.class);
  }

  /** Returns an export of type [i32 i32] to [i32]. */
  IntBinaryOperator binary(Instance instance, String export) {
    return (IntBinaryOperator)
        bind(instance, export, IntBinaryOperator.class, int.class, int.class);
  }

  private Object bind(Instance instance, String export, Class<?> operator, Class<?>... parameters) {
    MethodType signature = MethodType.methodType(int.class, parameters);
    try {
      MethodHandle method = MethodHandles.lookup().findVirtual(type, export, signature);
      return lambda("applyAsInt", MethodType.methodType(operator, type), signature, method)
          .invoke(instance);
    } catch (Throwable e) {
      throw new LinkageError(type + " has no method " + export + signature, e);
    }
  }

  private MethodHandle lambda(
      String name, MethodType factory, MethodType signature, MethodHandle method)
      throws LambdaConversionException {
    return LambdaMetafactory.metafactory(lookup, name, factory, signature, method, signature)
        .getTarget();
  }

  /** Defines {@link KernelLookup} once more, below the loader of the generated classes. */
  private static final class BindingLoader extends ClassLoader {
    BindingLoader(ClassLoader parent) {
      super(parent);
    }

    MethodHandles.Lookup lookup() {
      byte[] code = bytes(KernelLookup.class.getSimpleName() + ".class");
      Class<?> definedAgain = defineClass(KernelLookup.class.getName(), code, 0, code.length);
      try {
        return (MethodHandles.Lookup) definedAgain.getMethod("lookup").invoke(null);
      } catch (ReflectiveOperationException e) {
        throw new LinkageError("no lookup of " + definedAgain, e);
      }
    }
  }
}
