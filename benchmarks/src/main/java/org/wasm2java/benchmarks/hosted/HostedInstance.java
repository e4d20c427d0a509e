package org.wasm2java.benchmarks.hosted;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.Memory;
import org.wasm2java.runtime.ModuleDescriptor;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.WasmFunction;
import org.wasm2java.runtime.host.HostFunction;
import org.wasm2java.runtime.type.FunctionType;
import org.wasm2java.runtime.type.ImportType;
import org.wasm2java.runtime.type.ValueType;

/** An instance whose imports are functions of boxed values, found by their names. */
final class HostedInstance {
  private static final long MOST_BYTES = 0x7FFF0000L;
  private static final double GROWTH = 1.2;

  private final Instance instance;
  private final String memory;

  /**
   * Instantiates a module.
   *
   * @param memory the name of its exported memory
   * @param imports what imported functions give for their arguments; those without an entry fail
   */
  HostedInstance(
      ModuleDescriptor module, String memory, Map<String, Function<Object[], Object>> imports) {
    Store store = new Store();
    for (ImportType imported : module.imports()) {
      FunctionType type = (FunctionType) imported.type();
      store.define(
          imported.module(),
          imported.field(),
          HostFunction.boxed(type, arguments -> call(imports, imported, arguments)));
    }
    this.memory = memory;
    this.instance = module.instantiate(store);
  }

  private static Object[] call(
      Map<String, Function<Object[], Object>> imports, ImportType imported, Object[] arguments) {
    Function<Object[], Object> body = imports.get(imported.field());
    if (body == null) {
      throw new IllegalStateException("called " + imported);
    }
    Object result = body.apply(arguments);
    boolean gives = !((FunctionType) imported.type()).results().isEmpty();
    return gives ? new Object[] {result} : new Object[0];
  }

  Instance instance() {
    return instance;
  }

  Memory memory() {
    return instance.exportedMemory(memory);
  }

  /** Calls an exported function; returns its result, or 0. */
  int call(String name, Object... arguments) {
    return call(instance.exportedFunction(name), arguments);
  }

  /** Calls a function with numbers of any class; returns its result, or 0. */
  static int call(WasmFunction function, Object... arguments) {
    List<ValueType> parameters = function.type().parameters();
    Object[] converted = new Object[arguments.length];
    for (int i = 0; i < converted.length; i++) {
      Number number = (Number) arguments[i];
      boolean real = parameters.get(i).text().equals("f32");
      converted[i] = real ? (Object) number.floatValue() : (Object) number.intValue();
    }
    Object[] results = function.call(converted);
    return results.length == 0 ? 0 : (int) results[0];
  }

  /** Copies bytes into the memory and returns their address. */
  int copy(String allocate, byte[] bytes) {
    int address = call(allocate, bytes.length);
    memory().write(address, bytes);
    return address;
  }

  /** Copies within the memory, as {@code emscripten_memcpy_big}. */
  void copy(Object[] arguments) {
    memory().copy(memory(), (int) arguments[0], (int) arguments[1], (int) arguments[2]);
  }

  /** Grows the memory by a fifth or to this size, as {@code emscripten_resize_heap}. */
  int resize(Object[] arguments) {
    long requested = Integer.toUnsignedLong((int) arguments[0]);
    long present = (long) memory().size() * Memory.PAGE_SIZE;
    long wanted = Math.min(MOST_BYTES, Math.max(requested, (long) (present * GROWTH)));
    int pages = (int) ((wanted - present + Memory.PAGE_SIZE - 1) / Memory.PAGE_SIZE);
    return requested <= MOST_BYTES && memory().grow(pages) >= 0 ? 1 : 0;
  }
}
