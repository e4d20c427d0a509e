package org.wasm2java.aot.split;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.JavaSignature;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.ValueType;
import org.wasm2java.runtime.Memory;
import org.wasm2java.wasi.WasiPreview1;
import org.wasm2java.wasi.WasiUnstable;

/**
 * The host modules whose Java class the translator knows, so that generated code calls them
 * directly. A method serves a function if it is public, has the function's name in camel case, and
 * takes the caller's memory and then exactly the function's parameters.
 */
public final class HostModules {
  private static final Map<String, Class<?>> CLASSES =
      Map.of(
          "wasi_snapshot_preview1", WasiPreview1.class,
          "wasi_unstable", WasiUnstable.class);

  private HostModules() {}

  /** Returns the class of an import module. */
  public static Optional<Class<?>> hostClass(String module) {
    return Optional.ofNullable(CLASSES.get(module));
  }

  /** Returns the classes of all import modules that have one. */
  public static Collection<Class<?>> hostClasses() {
    return CLASSES.values();
  }

  /** Returns the name of the method that serves a function, if its type is just the function's. */
  public static Optional<String> method(Class<?> hostClass, String field, FunctionType type) {
    String name = camelCase(field);
    for (Method method : hostClass.getMethods()) {
      if (method.getName().equals(name) && serves(method, type)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  private static boolean serves(Method method, FunctionType type) {
    if (!isCarried(type.parameters()) || !isCarried(type.results())) {
      return false;
    }
    JavaSignature signature = JavaSignature.of(type);
    List<String> expected = new ArrayList<>(List.of(Memory.class.descriptorString()));
    signature.parameters().forEach(parameter -> expected.add(descriptor(parameter)));
    return Arrays.stream(method.getParameterTypes())
            .map(Class::descriptorString)
            .toList()
            .equals(expected)
        && signature.results().further().isEmpty()
        && method.getReturnType().descriptorString().equals(descriptor(signature.returned()));
  }

  private static boolean isCarried(List<ValueType> types) {
    return types.stream().allMatch(type -> Carrier.of(type).size() == 1);
  }

  private static String descriptor(Carrier carrier) {
    return carrier.javaType().descriptorString();
  }

  private static String camelCase(String field) {
    StringBuilder name = new StringBuilder();
    boolean upper = false;
    for (char c : field.toCharArray()) {
      if (c == '_') {
        upper = true;
      } else {
        name.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      }
    }
    return name.toString();
  }
}
