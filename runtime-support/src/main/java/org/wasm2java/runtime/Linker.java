package org.wasm2java.runtime;

import org.wasm2java.runtime.type.ExternType;
import org.wasm2java.runtime.type.FunctionType;
import org.wasm2java.runtime.type.GlobalType;
import org.wasm2java.runtime.type.MemoryType;
import org.wasm2java.runtime.type.TableType;
import org.wasm2java.runtime.type.TagType;
import org.wasm2java.runtime.type.ValueType;

/**
 * What generated code makes an instance with: {@link ImportResolution} finds its imports, {@link
 * Resources} makes its memories and tables, {@link Instantiation} starts it. Each method for an
 * import returns what matches the declared type or throws a {@link LinkException} that says what
 * was wanted and what was found.
 *
 * <pre>{@code
 * Linker linker = new Linker("math", namespace, config); // in generated code
 * Memory memory = linker.memory("env", "memory", 1, -1);
 * }</pre>
 *
 * @see <a href="https://webassembly.github.io/spec/core/valid/matching.html">Matching</a>
 */
public final class Linker {
  private final String module;
  private final Namespace namespace;
  private final InstanceConfig config;
  private final ImportResolution imports;
  private final Resources resources;
  private final Instantiation instantiation;
  private Instance instance;

  /**
   * Starts an instance: takes its name.
   *
   * @param module the module's name, for messages
   * @throws LinkException if the name is taken
   */
  public Linker(String module, Namespace namespace, InstanceConfig config) {
    this(module, namespace, config, new ImportResolution(namespace, config));
    instantiation.begin();
  }

  private Linker(
      String module, Namespace namespace, InstanceConfig config, ImportResolution imports) {
    this.module = module;
    this.namespace = namespace;
    this.config = config;
    this.imports = imports;
    this.resources = new Resources(module, config);
    this.instantiation = new Instantiation(namespace, config);
  }

  /**
   * Starts a copy of an instance: it gets what the original got.
   *
   * @throws ExitException if the original is closed
   */
  public static Linker forCopyOf(Instance original) {
    original.ensureOpen();
    Linker of = original.context().linker();
    return new Linker(of.module, of.namespace, of.config.forCopy(), of.imports);
  }

  String module() {
    return module;
  }

  Namespace namespace() {
    return namespace;
  }

  InstanceConfig config() {
    return config;
  }

  Resources resources() {
    return resources;
  }

  /** Notes the instance, as soon as there is one. */
  void links(Instance made) {
    instance = made;
  }

  /**
   * Initializes an instance, takes it into its namespace and runs its start functions.
   *
   * @return the instance
   */
  public <I extends Instance> I start(I made) {
    instantiation.start(made);
    return made;
  }

  /**
   * Gives a copy of an instance its state and takes it into the namespace.
   *
   * @return the copy
   */
  public <I extends Instance> I copied(I made, I original) {
    instantiation.fill(made, original);
    return made;
  }

  /**
   * Gives the name up of an instance that could not be made, and returns what to throw. What the
   * instance has left in tables of others keeps working, as the specification wants it.
   */
  public RuntimeException failed(Throwable thrown) {
    return instantiation.giveUp(instance, thrown);
  }

  /** Returns the host module that the translator knew for a module name, or {@code null}. */
  public HostModule hostModule(String module) {
    return imports.hostModule(module);
  }

  /** Returns whether a function of a host module is replaced by another definition. */
  public boolean replaces(String module, String field) {
    return imports.replaces(module, field);
  }

  /** Returns a memory of the module's own; limits in pages, -1 for no maximum. */
  public Memory newMemory(long minimum, long maximum) {
    return resources.memory(minimum, maximum);
  }

  /** Returns a table of the module's own; limits in elements, -1 for no maximum. */
  public Table newTable(ValueType type, long minimum, long maximum) {
    return resources.table(type, minimum, maximum);
  }

  /** Returns the function that {@code module.field} is, of this type or a subtype. */
  public WasmFunction function(String module, String field, FunctionType type) {
    Extern found = imports.find(module, field, type);
    if (found instanceof WasmFunction function && function.type().matches(type)) {
      requireClasses(module, field, type, function.type().sharesClasses(type));
      return function.forCaller(instance);
    }
    throw incompatible(module, field, type, found);
  }

  /** Returns the memory that {@code module.field} is; limits in pages, -1 for no maximum. */
  public Memory memory(String module, String field, long minimum, long maximum) {
    MemoryType type = new MemoryType(minimum, maximum);
    Extern found = imports.find(module, field, type);
    if (found instanceof Memory memory && type.accepts(memory.size(), memory.maximum())) {
      memory.share();
      return memory;
    }
    throw incompatible(module, field, type, found);
  }

  /** Returns the table that {@code module.field} is; limits in elements, -1 for no maximum. */
  public Table table(
      String module, String field, ValueType elementType, long minimum, long maximum) {
    TableType type = new TableType(elementType, minimum, maximum);
    Extern found = imports.find(module, field, type);
    if (found instanceof Table table
        && table.elementType().equals(elementType)
        && type.accepts(table.size(), table.maximum())) {
      requireClasses(module, field, type, table.elementType().sharesClass(elementType));
      return table;
    }
    throw incompatible(module, field, type, found);
  }

  /**
   * Returns the global that {@code module.field} is, of this mutability, and of exactly this type
   * if it is mutable, else of this type or a subtype.
   */
  public Global global(String module, String field, ValueType valueType, boolean mutable) {
    GlobalType type = new GlobalType(valueType, mutable);
    Extern found = imports.find(module, field, type);
    if (found instanceof Global global
        && global.mutable() == mutable
        && (mutable ? global.type().equals(valueType) : global.type().matches(valueType))) {
      requireClasses(module, field, type, global.type().sharesClass(valueType));
      return global;
    }
    throw incompatible(module, field, type, found);
  }

  /** Returns the tag that {@code module.field} is, of exactly this type. */
  public Tag tag(String module, String field, FunctionType functionType) {
    TagType type = new TagType(functionType);
    Extern found = imports.find(module, field, type);
    if (found instanceof Tag tag && tag.type().equals(functionType)) {
      requireClasses(module, field, type, tag.type().sharesClasses(functionType));
      return tag;
    }
    throw incompatible(module, field, type, found);
  }

  /** Equal types of two modules that were translated apart have two Java classes. */
  private static void requireClasses(
      String module, String field, ExternType type, boolean sharesClasses) {
    if (!sharesClasses) {
      throw ImportResolution.incompatible(
          module,
          field,
          type,
          "the same type, but other Java classes for its structures or arrays: translate both modules"
              + " with the same --types-package, or one with --types-from the other's jar");
    }
  }

  private static LinkException incompatible(
      String module, String field, ExternType expected, Extern found) {
    return ImportResolution.incompatible(module, field, expected, found.describe());
  }
}
