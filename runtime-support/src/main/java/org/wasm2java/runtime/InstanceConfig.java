package org.wasm2java.runtime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * How to make an instance: its name, what it imports beside what its namespace has, what it may
 * take, and what runs when it is made. Immutable; one configuration may serve many instances as
 * long as it gives no name.
 *
 * <pre>{@code
 * InstanceConfig config = InstanceConfig.builder()
 *     .name("filter")
 *     .define("env", "table", Table.create(ValueType.FUNCREF, 8, 8))
 *     .memoryLimit(256) // 16 MiB
 *     .build();
 * Filter filter = Filter.instantiate(store.namespace(), config);
 * }</pre>
 */
public final class InstanceConfig {
  private static final List<String> START_FUNCTIONS = List.of("_initialize");

  /** No name, no limits, imports from the namespace; {@code _initialize} runs if there is one. */
  public static final InstanceConfig DEFAULT = new InstanceConfig();

  /** Imports of a module by field. */
  private final Map<String, Map<String, Extern>> definitions;

  private final String name;
  private final List<String> startFunctions;
  private final long memoryLimit;
  private final long tableLimit;
  private final int growthReserve;
  private final MemoryAllocator allocator;
  private final ImportResolver resolver;
  private final CloseListener closeListener;
  private final Consumer<Execution> execution;

  private InstanceConfig() {
    definitions = Map.of();
    name = "";
    startFunctions = START_FUNCTIONS;
    memoryLimit = Memory.MAX_PAGES;
    tableLimit = Table.MAX_SIZE;
    growthReserve = 0;
    allocator = null;
    resolver = null;
    closeListener = null;
    execution = null;
  }

  private InstanceConfig(Builder builder) {
    definitions = copyOf(builder.definitions);
    name = builder.name;
    startFunctions = builder.startFunctions;
    memoryLimit = builder.memoryLimit;
    tableLimit = builder.tableLimit;
    growthReserve = builder.growthReserve;
    allocator = builder.allocator;
    resolver = builder.resolver;
    closeListener = builder.closeListener;
    execution = builder.execution;
  }

  /** Written without lambdas: the first of a process costs more than a small module's start. */
  private static Map<String, Map<String, Extern>> copyOf(Map<String, Map<String, Extern>> given) {
    if (given.isEmpty()) {
      return Map.of();
    }
    Map<String, Map<String, Extern>> copy = new HashMap<>();
    for (Map.Entry<String, Map<String, Extern>> module : given.entrySet()) {
      copy.put(module.getKey(), Map.copyOf(module.getValue()));
    }
    return Map.copyOf(copy);
  }

  /** Starts a configuration from {@link #DEFAULT}. */
  public static Builder builder() {
    return DEFAULT.toBuilder();
  }

  /** Returns the default configuration with a name. */
  public static InstanceConfig named(String name) {
    return builder().name(name).build();
  }

  /** Starts a configuration from this one. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    for (Map.Entry<String, Map<String, Extern>> module : definitions.entrySet()) {
      builder.fields(module.getKey()).putAll(module.getValue());
    }
    builder.name = name;
    builder.startFunctions = startFunctions;
    builder.memoryLimit = memoryLimit;
    builder.tableLimit = tableLimit;
    builder.growthReserve = growthReserve;
    builder.allocator = allocator;
    builder.resolver = resolver;
    builder.closeListener = closeListener;
    builder.execution = execution;
    return builder;
  }

  /** Returns the configuration of a copy: name and close listener are the original's alone. */
  InstanceConfig forCopy() {
    Builder builder = toBuilder().anonymous();
    builder.closeListener = null;
    return builder.build();
  }

  /** Returns the name that the instance takes in its namespace; empty for none. */
  public String name() {
    return name;
  }

  /** Returns the exported functions that are called, in order, when the instance is made. */
  public List<String> startFunctions() {
    return startFunctions;
  }

  /** Returns the most pages that a memory of the instance may have. */
  public long memoryLimit() {
    return memoryLimit;
  }

  /** Returns the most elements that a table of the instance may have. */
  public long tableLimit() {
    return tableLimit;
  }

  /** Returns how many pages the array of a memory may have more than the memory. */
  public int growthReserve() {
    return growthReserve;
  }

  /** Returns who provides arrays, or {@code null} for Java itself. */
  MemoryAllocator allocator() {
    return allocator;
  }

  /** Prepares an instance before any of its code runs. */
  void prepare(Instance instance) {
    if (execution != null) {
      execution.accept(instance.execution());
    }
  }

  CloseListener closeListener() {
    return closeListener;
  }

  /** Returns what an import gets by this configuration, or {@code null}. */
  Extern explicit(String module, String field) {
    if (!definitions.isEmpty()) {
      Map<String, Extern> fields = definitions.get(module);
      Extern defined = fields == null ? null : fields.get(field);
      if (defined != null) {
        return defined;
      }
    }
    return resolver == null ? null : resolver.resolve(module, field);
  }

  /** Collects a configuration; each setter returns the builder. */
  public static final class Builder {
    private final Map<String, Map<String, Extern>> definitions = new HashMap<>();
    private String name;
    private List<String> startFunctions;
    private long memoryLimit;
    private long tableLimit;
    private int growthReserve;
    private MemoryAllocator allocator;
    private ImportResolver resolver;
    private CloseListener closeListener;
    private Consumer<Execution> execution;

    private Builder() {}

    private Map<String, Extern> fields(String module) {
      Map<String, Extern> fields = definitions.get(module);
      if (fields == null) {
        fields = new HashMap<>();
        definitions.put(module, fields);
      }
      return fields;
    }

    /**
     * Names the instance: others import from it by this name. The name is taken before the module
     * is instantiated and free again if that fails.
     */
    public Builder name(String instanceName) {
      name = Objects.requireNonNull(instanceName, "name");
      return this;
    }

    /** Gives the instance no name, as is the default. */
    public Builder anonymous() {
      return name("");
    }

    /**
     * Defines what imports of {@code module.field} get, whatever resolver and namespace say; only
     * an implementation of an import interface comes before it.
     */
    public Builder define(String module, String field, Extern value) {
      fields(module).put(field, Objects.requireNonNull(value, "value"));
      return this;
    }

    /** Sets who is asked for imports that are not defined here, before the namespace is. */
    public Builder resolver(ImportResolver importResolver) {
      resolver = Objects.requireNonNull(importResolver, "resolver");
      return this;
    }

    /**
     * Sets which exported functions are called, in order, after the module's own start function:
     * those that exist and take and give nothing. The default is {@code _initialize}, which WASI
     * reactors need; no names mean none. An {@link ExitException} with code 0 in one of them closes
     * the instance and is no failure.
     */
    public Builder startFunctions(String... names) {
      startFunctions = List.of(names);
      return this;
    }

    /**
     * Limits each memory that the instance makes, in pages of 64 KiB: a larger minimum is a {@link
     * ResourceLimitException}, growth beyond gives -1.
     */
    public Builder memoryLimit(long pages) {
      memoryLimit = Math.min(atLeastZero(pages, "memory limit"), Memory.MAX_PAGES);
      return this;
    }

    /** Limits each table that the instance makes, in elements, as memories are limited. */
    public Builder tableLimit(long elements) {
      tableLimit = Math.min(atLeastZero(elements, "table limit"), Table.MAX_SIZE);
      return this;
    }

    /**
     * Lets memories that the instance makes have a reserve for growth, so that growing page by page
     * need not copy each time: an array that is replaced for growth has this many pages of 64 KiB
     * more than asked for, but none beyond the memory's limit or the room in the heap. The default
     * is 0.
     *
     * <p><b>This deviates from the specification; it is for modules that are trusted not to rely on
     * traps.</b> Loads and stores of the guest between the end of a memory and the end of its
     * reserve do not trap: they read and write the reserve. Behind that they trap, so nothing
     * leaves the memory's array. All else is exact: sizes, limits, results of growth, zeros in new
     * pages, the instructions for whole ranges, what Java, WASI and other hosts read and write,
     * snapshots and copies. The reserve goes with the memory to whoever imports it. A {@link
     * MemoryAllocator} is asked for the longer arrays.
     *
     * @param pages the most pages of a reserve, 0 for none
     */
    public Builder growthReserve(int pages) {
      growthReserve = (int) Math.min(atLeastZero(pages, "growth reserve"), Memory.MAX_PAGES);
      return this;
    }

    private static long atLeastZero(long value, String what) {
      if (value < 0) {
        throw new IllegalArgumentException("the " + what + " cannot be negative: " + value);
      }
      return value;
    }

    /** Sets who provides the arrays of the instance's memories. */
    public Builder memoryAllocator(MemoryAllocator memoryAllocator) {
      allocator = Objects.requireNonNull(memoryAllocator, "allocator");
      return this;
    }

    /**
     * Sets what is done with the instance's {@link Execution} before any of its code runs: giving
     * it fuel, a cancel handle or a listener, which then hold for its start functions, too.
     *
     * <pre>{@code
     * InstanceConfig.builder().execution(execution -> execution.setFuel(1_000_000)).build();
     * }</pre>
     */
    public Builder execution(Consumer<Execution> preparation) {
      execution = Objects.requireNonNull(preparation, "preparation");
      return this;
    }

    /** Sets who is told when the instance has been closed. */
    public Builder onClose(CloseListener listener) {
      closeListener = Objects.requireNonNull(listener, "listener");
      return this;
    }

    /** Returns the configuration. */
    public InstanceConfig build() {
      return new InstanceConfig(this);
    }
  }
}
