package org.wasm2java.runtime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.wasm2java.runtime.internal.Rethrow;
import org.wasm2java.runtime.internal.ShownText;
import org.wasm2java.runtime.type.FunctionType;

/**
 * Module names and what they stand for: instances, host modules, aliases and single definitions. A
 * name is given once in a namespace; the same name may mean another module in another namespace of
 * the store. Types are the same everywhere, so instances of different namespaces can be linked by
 * passing their exports on. Thread-safe.
 *
 * <pre>{@code
 * try (Namespace plugin = store.newNamespace("plugin-7")) {
 *   plugin.add(env).alias("host", "env");
 *   Filter filter = Filter.instantiate(plugin, InstanceConfig.named("filter"));
 * } // closes the instances, the newest first
 * }</pre>
 */
public final class Namespace implements AutoCloseable {
  private record Name(String module, String field) {}

  private record Alias(String target) {}

  /** Stands for an instance that is being made: the name is taken, but exports nothing yet. */
  private static final Object RESERVED = new Object();

  private final Store store;
  private final String name;
  private final Map<Name, Extern> definitions = new ConcurrentHashMap<>();
  private final Map<String, Object> modules = new ConcurrentHashMap<>();
  private final LiveInstances live = new LiveInstances();

  Namespace(Store store, String name) {
    this.store = store;
    this.name = name;
  }

  /** Returns the name that the namespace was given, or an empty string. */
  public String name() {
    return name;
  }

  /** Returns the store it belongs to. */
  public Store store() {
    return store;
  }

  /** Defines what imports of {@code module.field} get; a later definition replaces it. */
  public Namespace define(String module, String field, Extern value) {
    requireOpen();
    definitions.put(new Name(module, field), Objects.requireNonNull(value, "value"));
    return this;
  }

  /**
   * Makes the exports of an instance importable under a module name, beside the name that it may
   * have. The name is free again when the instance is closed.
   *
   * @throws LinkException if the name is taken
   * @throws IllegalStateException if the instance is closed
   */
  public Namespace register(String module, Instance instance) {
    take(module, Objects.requireNonNull(instance, "instance"));
    instance.context().registeredIn(this);
    if (instance.isClosed()) {
      dismiss(instance, true);
      throw new IllegalStateException(instance + " is closed and cannot be registered any more");
    }
    return this;
  }

  /**
   * Makes a host module such as WASI importable under its name.
   *
   * @throws LinkException if the name is taken
   */
  public Namespace add(HostModule module) {
    take(module.name(), module);
    return this;
  }

  /**
   * Makes everything that is importable from a module importable under another name, too; the
   * module may come later.
   *
   * @throws LinkException if the alias is taken or the names would go round in a circle
   */
  public synchronized Namespace alias(String alias, String module) {
    String at = module;
    while (!at.equals(alias) && modules.get(at) instanceof Alias next) {
      at = next.target();
    }
    if (at.equals(alias)) {
      throw new LinkException(
          "alias "
              + ShownText.of(alias)
              + " for "
              + ShownText.of(module)
              + " goes round in a circle"
              + place());
    }
    take(alias, new Alias(module));
    return this;
  }

  /** Returns the instance of this name or alias, or {@code null}. */
  public Instance instance(String module) {
    return find(module) instanceof Instance instance ? instance : null;
  }

  /** Returns the host module of this name or alias, or {@code null}. */
  public HostModule hostModule(String module) {
    Object found = modules.get(module);
    if (found instanceof HostModule host) {
      return host; // as most are: programs that use no alias need not load its class at their start
    }
    return find(module) instanceof HostModule host ? host : null;
  }

  private Object find(String module) {
    Object found = modules.get(module);
    while (found instanceof Alias alias) {
      found = modules.get(alias.target());
    }
    return found;
  }

  /** Returns what imports of {@code module.field} get, or {@code null} if nothing defines it. */
  public Extern lookup(String module, String field) {
    Extern defined = definition(module, field);
    if (defined != null) {
      return defined;
    }
    Object found = modules.get(module);
    if (found instanceof Instance instance) {
      return instance.exported(field);
    }
    if (found instanceof HostModule host) {
      return host.export(field);
    }
    return found instanceof Alias alias ? lookup(alias.target(), field) : null;
  }

  /** Returns the type of a function of a host module that is not among its exports, or null. */
  FunctionType directType(String module, String field) {
    HostModule host = hostModule(module);
    return host == null ? null : host.directType(field);
  }

  /** Returns what was defined for just this field, or {@code null}. */
  Extern definition(String module, String field) {
    return definitions.isEmpty() ? null : definitions.get(new Name(module, field));
  }

  /** Takes a name for an instance that is going to be made. */
  void reserve(String instanceName) {
    take(instanceName, RESERVED);
  }

  private void take(String module, Object meaning) {
    requireOpen();
    if (modules.putIfAbsent(module, meaning) != null) {
      throw new LinkException(
          "duplicate module name: "
              + ShownText.of(module)
              + " is taken"
              + place()
              + "; choose another name, close the instance that has it, or use another namespace");
    }
  }

  /** Gives up a name that was reserved for an instance which could not be made. */
  void release(String instanceName) {
    modules.remove(instanceName, RESERVED);
  }

  /** Takes an instance in, under its name if it has one. */
  void admit(Instance instance) {
    String instanceName = instance.name();
    if (!live.add(instance, store.nextSequence())) {
      throw closed();
    }
    if (!instanceName.isEmpty()) {
      modules.put(instanceName, instance);
    }
    if (instance.isClosed()) { // by its own start function, or by another thread
      dismiss(instance, false);
    }
  }

  /** Forgets a closed instance and all its names. */
  void dismiss(Instance instance, boolean registered) {
    live.remove(instance);
    if (registered) {
      modules.values().removeIf(module -> module == instance);
    } else if (!instance.name().isEmpty()) {
      modules.remove(instance.name(), instance);
    }
  }

  /** Returns the instances that are open, with their numbers in the order of creation. */
  List<LiveInstances.Entry> closing() {
    return live.close();
  }

  private void requireOpen() {
    if (live.isClosed()) {
      throw closed();
    }
  }

  private IllegalStateException closed() {
    return new IllegalStateException((name.isEmpty() ? "the namespace" : this) + " is closed");
  }

  private String place() {
    return name.isEmpty() ? " in its namespace" : " in " + this;
  }

  /** Closes it with exit code 0, see {@link #close(int)}. */
  @Override
  public void close() {
    close(0);
  }

  /**
   * Closes the instances, the newest first, and takes no more. What fails does not keep the others
   * from being closed: the first failure is thrown at the end, with the others suppressed in it.
   *
   * @param exitCode what calls of the instances will throw in an {@link ExitException}
   */
  public void close(int exitCode) {
    store.forget(this);
    try {
      closeAll(closing(), exitCode);
    } finally {
      clear();
    }
  }

  /** Forgets all names, and makes instances that are registered here forget this namespace. */
  void clear() {
    for (Object module : modules.values()) {
      if (module instanceof Instance instance) {
        instance.context().forget(this);
      }
    }
    modules.clear();
    definitions.clear();
  }

  static void closeAll(List<LiveInstances.Entry> entries, int exitCode) {
    List<LiveInstances.Entry> newestFirst = new ArrayList<>(entries);
    newestFirst.sort(Comparator.comparingLong(LiveInstances.Entry::sequence).reversed());
    Throwable failure = null;
    for (LiveInstances.Entry entry : newestFirst) {
      try {
        entry.instance().close(exitCode);
      } catch (Throwable e) { // also a checked one, which a listener can throw all the same
        if (failure == null) {
          failure = e;
        } else if (failure != e) {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw Rethrow.unchecked(failure);
    }
  }

  /** Returns the name, for messages. */
  @Override
  public String toString() {
    return name.isEmpty() ? "namespace" : "namespace " + ShownText.of(name);
  }
}
