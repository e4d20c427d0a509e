package org.wasm2java.runtime;

/**
 * Resolves a module's imports against a store, for generated code: each method returns what matches
 * the declared type or throws a {@link LinkException} that says what was wanted and what was found.
 *
 * @see <a href="https://webassembly.github.io/spec/core/valid/matching.html">Matching</a>
 */
public final class Linker {
  private final Store store;

  /** Resolves from this store. */
  public Linker(Store store) {
    this.store = store;
  }

  /** Returns the host module that the translator knew for a module name, or {@code null}. */
  public HostModule hostModule(String module) {
    return store.hostModule(module);
  }

  /** Returns the function that {@code module.field} is, of exactly this type. */
  public WasmFunction function(String module, String field, FunctionType type) {
    Extern found = find(module, field, "func " + type);
    if (found instanceof WasmFunction function && function.type().equals(type)) {
      return function;
    }
    throw incompatible(module, field, "func " + type, found);
  }

  /** Returns the memory that {@code module.field} is; limits in pages, -1 for no maximum. */
  public Memory memory(String module, String field, long minimum, long maximum) {
    String expected = "memory " + Limits.text(minimum, maximum);
    Extern found = find(module, field, expected);
    if (found instanceof Memory memory
        && Limits.match(memory.size(), memory.maximum(), minimum, maximum)) {
      return memory;
    }
    throw incompatible(module, field, expected, found);
  }

  /** Returns the table that {@code module.field} is; limits in elements, -1 for no maximum. */
  public Table table(String module, String field, ValueType type, long minimum, long maximum) {
    String expected = "table " + Limits.text(minimum, maximum) + " " + type.text();
    Extern found = find(module, field, expected);
    if (found instanceof Table table
        && table.elementType() == type
        && Limits.match(table.size(), table.maximum(), minimum, maximum)) {
      return table;
    }
    throw incompatible(module, field, expected, found);
  }

  /** Returns the global that {@code module.field} is, of exactly this type and mutability. */
  public Global global(String module, String field, ValueType type, boolean mutable) {
    String expected = Global.describe(type, mutable);
    Extern found = find(module, field, expected);
    if (found instanceof Global global && global.type() == type && global.mutable() == mutable) {
      return global;
    }
    throw incompatible(module, field, expected, found);
  }

  /** Returns the tag that {@code module.field} is, of exactly this type. */
  public Tag tag(String module, String field, FunctionType type) {
    String expected = "tag " + type;
    Extern found = find(module, field, expected);
    if (found instanceof Tag tag && tag.type().equals(type)) {
      return tag;
    }
    throw incompatible(module, field, expected, found);
  }

  private Extern find(String module, String field, String expected) {
    Extern found = store.lookup(module, field);
    if (found != null) {
      return found;
    }
    throw new LinkException(
        "unknown import: "
            + module
            + "."
            + field
            + ": expected "
            + expected
            + ", found nothing; define it in the store before instantiating");
  }

  private static LinkException incompatible(
      String module, String field, String expected, Extern found) {
    return new LinkException(
        "incompatible import type: "
            + module
            + "."
            + field
            + ": expected "
            + expected
            + ", found "
            + found.describe());
  }
}
