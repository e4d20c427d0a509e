package org.wasm2java.runtime;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where instances live and find what they import. A store has one namespace to begin with, which
 * its own methods speak of, and makes more. Thread-safe; an instance is confined to one thread at a
 * time.
 *
 * <pre>{@code
 * try (Store store = new Store()) {
 *   store.define("env", "memory", Memory.create(1, -1));
 *   store.register("math", MathModule.instantiate(store));
 *   App app = App.instantiate(store);
 * } // closes the instances, the newest first
 * }</pre>
 *
 * @see <a href="https://webassembly.github.io/spec/core/exec/runtime.html#store">Store</a>
 */
public final class Store implements AutoCloseable {
  private final Namespace root = new Namespace(this, "");
  private final Set<Namespace> others = new LinkedHashSet<>();
  private long sequence;
  private boolean closed;

  /** A store that defines nothing. */
  public Store() {}

  /** Returns the namespace that every store has. */
  public Namespace namespace() {
    return root;
  }

  /** Returns a new namespace without a name, see {@link #newNamespace(String)}. */
  public Namespace newNamespace() {
    return newNamespace("");
  }

  /**
   * Returns a new, empty namespace: module names mean there what it says and nothing else. The
   * store keeps it until one of both is closed.
   *
   * @param name for messages; need not be unique
   * @throws IllegalStateException if the store is closed
   */
  public synchronized Namespace newNamespace(String name) {
    if (closed) {
      throw new IllegalStateException("the store is closed");
    }
    Namespace namespace = new Namespace(this, name);
    others.add(namespace);
    return namespace;
  }

  /** Defines what imports of {@code module.field} get; a later definition replaces it. */
  public Store define(String module, String field, Extern value) {
    root.define(module, field, value);
    return this;
  }

  /** Makes the exports of an instance importable, see {@link Namespace#register}. */
  public Store register(String module, Instance instance) {
    root.register(module, instance);
    return this;
  }

  /** Makes a host module such as WASI importable, see {@link Namespace#add}. */
  public Store add(HostModule module) {
    root.add(module);
    return this;
  }

  /** Gives a module a second name, see {@link Namespace#alias}. */
  public Store alias(String alias, String module) {
    root.alias(alias, module);
    return this;
  }

  /** Returns the host module of this name, or {@code null}. */
  public HostModule hostModule(String name) {
    return root.hostModule(name);
  }

  /** Returns the instance of this name, or {@code null}. */
  public Instance instance(String name) {
    return root.instance(name);
  }

  /** Returns what imports of {@code module.field} get, or {@code null} if nothing defines it. */
  public Extern lookup(String module, String field) {
    return root.lookup(module, field);
  }

  synchronized long nextSequence() {
    return sequence++;
  }

  synchronized void forget(Namespace namespace) {
    others.remove(namespace);
  }

  private synchronized List<Namespace> closing() {
    closed = true;
    List<Namespace> all = new ArrayList<>(others);
    all.add(root);
    others.clear();
    return all;
  }

  /** Closes it with exit code 0, see {@link #close(int)}. */
  @Override
  public void close() {
    close(0);
  }

  /**
   * Closes all instances of all namespaces, the newest first, and takes no more. What fails does
   * not keep the others from being closed: the first failure is thrown at the end, with the others
   * suppressed in it. Closing again does nothing. Host modules stay as they are: who made them
   * closes them.
   *
   * @param exitCode what calls of the instances will throw in an {@link ExitException}
   */
  public void close(int exitCode) {
    List<LiveInstances.Entry> entries = new ArrayList<>();
    List<Namespace> namespaces = closing();
    namespaces.forEach(namespace -> entries.addAll(namespace.closing()));
    try {
      Namespace.closeAll(entries, exitCode);
    } finally {
      namespaces.forEach(Namespace::clear);
    }
  }
}
