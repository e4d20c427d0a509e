package org.wasm2java.runtime;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where instances find what they import: definitions by {@code module.field}, whole instances under
 * a module name, and host modules such as WASI.
 *
 * <pre>{@code
 * Store store = new Store();
 * store.define("env", "memory", Memory.create(1, -1));
 * store.register("math", MathModule.instantiate(store));
 * App app = App.instantiate(store);
 * }</pre>
 *
 * @see <a href="https://webassembly.github.io/spec/core/exec/runtime.html#store">Store</a>
 */
public final class Store {
  private record Name(String module, String field) {}

  private final Map<Name, Extern> definitions = new ConcurrentHashMap<>();
  private final Map<String, Instance> instances = new ConcurrentHashMap<>();
  private final Map<String, HostModule> hostModules = new ConcurrentHashMap<>();

  /** A store that defines nothing. */
  public Store() {}

  /** Defines what imports of {@code module.field} get; a later definition replaces it. */
  public Store define(String module, String field, Extern value) {
    definitions.put(new Name(module, field), Objects.requireNonNull(value, "value"));
    return this;
  }

  /** Makes the exports of an instance importable under a module name. */
  public Store register(String module, Instance instance) {
    instances.put(module, Objects.requireNonNull(instance, "instance"));
    return this;
  }

  /** Makes a host module such as WASI importable under its name. */
  public Store add(HostModule module) {
    hostModules.put(module.name(), module);
    return this;
  }

  /** Returns the host module of this name, or {@code null}. */
  public HostModule hostModule(String name) {
    return hostModules.get(name);
  }

  /** Returns what imports of {@code module.field} get, or {@code null} if nothing defines it. */
  public Extern lookup(String module, String field) {
    Extern defined = definitions.get(new Name(module, field));
    if (defined != null) {
      return defined;
    }
    Instance instance = instances.get(module);
    return instance == null ? null : instance.export(field);
  }
}
