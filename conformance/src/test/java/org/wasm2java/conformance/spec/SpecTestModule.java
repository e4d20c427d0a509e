package org.wasm2java.conformance.spec;

import java.util.List;
import org.wasm2java.runtime.Global;
import org.wasm2java.runtime.Memory;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.Table;
import org.wasm2java.runtime.host.HostFunction;
import org.wasm2java.runtime.type.FunctionType;
import org.wasm2java.runtime.type.ValueType;

/** The host module {@code spectest} that every script may import from. */
final class SpecTestModule {
  private static final String NAME = "spectest";

  private SpecTestModule() {}

  /** Returns a store that defines a fresh {@code spectest} and nothing else. */
  static Store freshStore() {
    Store store = new Store();
    print(store, "print");
    print(store, "print_i32", ValueType.I32);
    print(store, "print_i64", ValueType.I64);
    print(store, "print_f32", ValueType.F32);
    print(store, "print_f64", ValueType.F64);
    print(store, "print_i32_f32", ValueType.I32, ValueType.F32);
    print(store, "print_f64_f64", ValueType.F64, ValueType.F64);
    global(store, "global_i32", ValueType.I32, 666);
    global(store, "global_i64", ValueType.I64, 666L);
    global(store, "global_f32", ValueType.F32, 666.6f);
    global(store, "global_f64", ValueType.F64, 666.6);
    store.define(NAME, "table", Table.create(ValueType.FUNCREF, 10, 20));
    store.define(NAME, "memory", Memory.create(1, 2));
    return store;
  }

  private static void print(Store store, String field, ValueType... parameters) {
    FunctionType type = new FunctionType(List.of(parameters), List.of());
    store.define(NAME, field, HostFunction.boxed(type, arguments -> new Object[0]));
  }

  private static void global(Store store, String field, ValueType type, Object value) {
    store.define(NAME, field, Global.create(type, false, value));
  }
}
