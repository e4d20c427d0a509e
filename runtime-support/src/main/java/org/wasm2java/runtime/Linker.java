package org.wasm2java.runtime;

import java.util.ArrayList;
import java.util.List;
import org.wasm2java.runtime.internal.Rethrow;
import org.wasm2java.runtime.internal.ShownText;
import org.wasm2java.runtime.type.FunctionType;
import org.wasm2java.runtime.type.GlobalType;
import org.wasm2java.runtime.type.MemoryType;
import org.wasm2java.runtime.type.TableType;
import org.wasm2java.runtime.type.TagType;
import org.wasm2java.runtime.type.ValueType;

/**
 * Makes an instance, for generated code: resolves its imports, makes its memories and tables within
 * their limits, and takes it into its namespace. Imports are looked for in the configuration, then
 * by its resolver, then in the namespace; each method returns what matches the declared type or
 * throws a {@link LinkException} that says what was wanted and what was found.
 *
 * <pre>{@code
 * Linker linker = new Linker("math", namespace, config); // in generated code
 * Memory memory = linker.memory("env", "memory", 1, -1);
 * }</pre>
 *
 * @see <a href="https://webassembly.github.io/spec/core/valid/matching.html">Matching</a>
 */
public final class Linker {
  private static final String PAGES = "pages of 64 KiB";
  private static final String ELEMENTS = "elements";

  private final String module;
  private final Namespace namespace;
  private final InstanceConfig config;
  private final List<Memory> memories = new ArrayList<>(1);

  /** What was found so far, in order: the same for a copy of the instance. */
  private final List<Object> answers;

  /** How many answers are given again, and which is next. */
  private final int known;

  private int next;
  private Instance instance;

  /**
   * Starts an instance: takes its name.
   *
   * @param module the module's name, for messages
   * @throws LinkException if the name is taken
   */
  public Linker(String module, Namespace namespace, InstanceConfig config) {
    this.module = module;
    this.namespace = namespace;
    this.config = config;
    this.answers = new ArrayList<>(0);
    this.known = 0;
    if (!config.name().isEmpty()) {
      namespace.reserve(config.name());
    }
  }

  private Linker(Linker original) {
    module = original.module;
    namespace = original.namespace;
    config = original.config.forCopy();
    answers = original.answers;
    known = answers.size();
  }

  /**
   * Starts a copy of an instance: it gets what the original got.
   *
   * @throws ExitException if the original is closed
   */
  public static Linker forCopyOf(Instance original) {
    original.ensureOpen();
    return new Linker(original.context().linker());
  }

  private boolean isKnown() {
    return next < known;
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
    config.prepare(made);
    made.initializeModule();
    namespace.admit(made);
    for (String name : config.startFunctions()) {
      if (!made.isClosed()
          && made.exported(name) instanceof WasmFunction function
          && function.type().equals(FunctionType.NOTHING)) {
        run(made, function);
      }
    }
    return made;
  }

  /** An exit with code 0 is no failure, if it is the instance that ended and no other. */
  private static void run(Instance made, WasmFunction function) {
    try {
      function.call();
    } catch (ExitException e) {
      if (e.exitCode() != 0 || !made.isClosed()) {
        throw e;
      }
    }
  }

  /**
   * Gives a copy of an instance its state and takes it into the namespace.
   *
   * @return the copy
   */
  public <I extends Instance> I copied(I made, I original) {
    config.prepare(made);
    made.restore(original.snapshot());
    namespace.admit(made);
    return made;
  }

  /**
   * Gives the name up of an instance that could not be made, and returns what to throw. What the
   * instance has left in tables of others keeps working, as the specification wants it.
   */
  public RuntimeException failed(Throwable thrown) {
    if (!config.name().isEmpty()) {
      namespace.release(config.name());
    }
    if (instance != null && instance.context().sequence() >= 0) {
      namespace.dismiss(instance, false);
    }
    throw Rethrow.unchecked(thrown);
  }

  /** Returns the host module that the translator knew for a module name, or {@code null}. */
  public HostModule hostModule(String module) {
    if (isKnown()) {
      return (HostModule) answers.get(next++);
    }
    HostModule found = namespace.hostModule(module);
    answers.add(found);
    return found;
  }

  /** Returns whether a function of a host module is replaced by another definition. */
  public boolean replaces(String module, String field) {
    if (isKnown()) {
      return (Boolean) answers.get(next++);
    }
    boolean replaced =
        config.explicit(module, field) != null || namespace.definition(module, field) != null;
    answers.add(replaced);
    return replaced;
  }

  /** Returns a memory of the module's own; limits in pages, -1 for no maximum. */
  public Memory newMemory(long minimum, long maximum) {
    if (Long.compareUnsigned(minimum, config.memoryLimit()) > 0) {
      throw ResourceLimitException.of(
          tooLarge("memory", minimum, PAGES)
              + bound("memoryLimit", config.memoryLimit(), Memory.MAX_PAGES),
          null);
    }
    try {
      Memory memory = Memory.create(minimum, maximum, config.memoryLimit(), config.allocator());
      memories.add(memory);
      return memory;
    } catch (OutOfMemoryError e) {
      throw noRoom("memory", minimum, PAGES, e);
    }
  }

  /** Returns a table of the module's own; limits in elements, -1 for no maximum. */
  public Table newTable(ValueType type, long minimum, long maximum) {
    if (Long.compareUnsigned(minimum, config.tableLimit()) > 0) {
      throw ResourceLimitException.of(
          tooLarge("table", minimum, ELEMENTS)
              + bound("tableLimit", config.tableLimit(), Table.MAX_SIZE),
          null);
    }
    try {
      return Table.create(type, minimum, maximum, config.tableLimit());
    } catch (OutOfMemoryError e) {
      throw noRoom("table", minimum, ELEMENTS, e);
    }
  }

  private String tooLarge(String kind, long minimum, String unit) {
    String asked = Long.toUnsignedString(minimum);
    return kind
        + " of module "
        + ShownText.of(module)
        + ": "
        + asked
        + " "
        + unit
        + " are asked for";
  }

  private static String bound(String setting, long limit, long most) {
    return ", at most "
        + limit
        + (limit < most
            ? " are allowed by " + setting + " of the instance's configuration"
            : " fit a Java array");
  }

  private RuntimeException noRoom(String kind, long minimum, String unit, OutOfMemoryError cause) {
    return ResourceLimitException.of(
        kind
            + " of module "
            + ShownText.of(module)
            + ": no room in the Java heap for "
            + minimum
            + " "
            + unit
            + "; give Java more with -Xmx, or close instances first",
        cause);
  }

  /** Gives the arrays of the module's own memories back to their allocator. */
  void releaseMemories() {
    for (Memory memory : memories) {
      memory.releaseBytes();
    }
  }

  /** Returns the function that {@code module.field} is, of exactly this type. */
  public WasmFunction function(String module, String field, FunctionType type) {
    Extern found = find(module, field, type.text());
    if (found instanceof WasmFunction function && function.type().equals(type)) {
      return function.forCaller(instance);
    }
    throw incompatible(module, field, type.text(), found);
  }

  /** Returns the memory that {@code module.field} is; limits in pages, -1 for no maximum. */
  public Memory memory(String module, String field, long minimum, long maximum) {
    MemoryType type = new MemoryType(minimum, maximum);
    String expected = type.text();
    Extern found = find(module, field, expected);
    if (found instanceof Memory memory && type.accepts(memory.size(), memory.maximum())) {
      memory.share();
      return memory;
    }
    throw incompatible(module, field, expected, found);
  }

  /** Returns the table that {@code module.field} is; limits in elements, -1 for no maximum. */
  public Table table(String module, String field, ValueType type, long minimum, long maximum) {
    TableType wanted = new TableType(type, minimum, maximum);
    String expected = wanted.text();
    Extern found = find(module, field, expected);
    if (found instanceof Table table
        && table.elementType() == type
        && wanted.accepts(table.size(), table.maximum())) {
      return table;
    }
    throw incompatible(module, field, expected, found);
  }

  /** Returns the global that {@code module.field} is, of exactly this type and mutability. */
  public Global global(String module, String field, ValueType type, boolean mutable) {
    String expected = new GlobalType(type, mutable).text();
    Extern found = find(module, field, expected);
    if (found instanceof Global global && global.type() == type && global.mutable() == mutable) {
      return global;
    }
    throw incompatible(module, field, expected, found);
  }

  /** Returns the tag that {@code module.field} is, of exactly this type. */
  public Tag tag(String module, String field, FunctionType type) {
    String expected = new TagType(type).text();
    Extern found = find(module, field, expected);
    if (found instanceof Tag tag && tag.type().equals(type)) {
      return tag;
    }
    throw incompatible(module, field, expected, found);
  }

  private Extern find(String wanted, String field, String expected) {
    if (isKnown()) {
      return (Extern) answers.get(next++);
    }
    Extern found = search(wanted, field, expected);
    answers.add(found);
    return found;
  }

  private Extern search(String wanted, String field, String expected) {
    Extern explicit = config.explicit(wanted, field);
    if (explicit != null) {
      return explicit;
    }
    Extern found = namespace.lookup(wanted, field);
    if (found != null) {
      return found;
    }
    FunctionType direct = namespace.directType(wanted, field);
    if (direct != null) {
      throw incompatible(wanted, field, expected, direct.text());
    }
    throw new LinkException(
        "unknown import: " + mismatch(wanted, field, expected, "nothing"),
        "define it in the store before instantiating");
  }

  private static LinkException incompatible(
      String module, String field, String expected, Extern found) {
    return incompatible(module, field, expected, found.describe());
  }

  private static LinkException incompatible(
      String module, String field, String expected, String found) {
    return new LinkException(
        "incompatible import type: " + mismatch(module, field, expected, found));
  }

  private static String mismatch(String module, String field, String expected, String found) {
    return ShownText.of(module)
        + "."
        + ShownText.of(field)
        + ": expected "
        + expected
        + ", found "
        + found;
  }
}
