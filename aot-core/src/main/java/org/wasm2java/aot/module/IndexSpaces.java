package org.wasm2java.aot.module;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.wasm2java.aot.instruction.BlockType;
import org.wasm2java.aot.type.CompositeType;
import org.wasm2java.aot.type.ExternType;
import org.wasm2java.aot.type.FunctionReferenceType;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.GlobalType;
import org.wasm2java.aot.type.MemoryType;
import org.wasm2java.aot.type.RecursiveType;
import org.wasm2java.aot.type.SubType;
import org.wasm2java.aot.type.TableType;
import org.wasm2java.aot.type.TagType;
import org.wasm2java.aot.type.ValueType;

/**
 * The index spaces of a decoded module, imports first.
 *
 * @see <a href="https://webassembly.github.io/spec/core/syntax/modules.html#indices">Indices</a>
 */
public final class IndexSpaces {
  private final WasmModule module;
  private final List<SubType> types = new ArrayList<>();
  private final BitSet grouped = new BitSet();
  private final List<Import> functionImports = new ArrayList<>();
  private final List<Import> tableImports = new ArrayList<>();
  private final List<Import> memoryImports = new ArrayList<>();
  private final List<Import> globalImports = new ArrayList<>();
  private final List<Import> tagImports = new ArrayList<>();

  /** The index spaces of a module. */
  public IndexSpaces(WasmModule module) {
    this.module = module;
    for (RecursiveType recursiveType : module.recursiveTypes()) {
      int start = types.size();
      types.addAll(recursiveType.subTypes());
      grouped.set(start, types.size(), recursiveType.subTypes().size() > 1);
    }
    for (Import declared : module.imports()) {
      space(declared.type()).add(declared);
    }
  }

  private List<Import> space(ExternType type) {
    if (type instanceof FunctionReferenceType) {
      return functionImports;
    }
    if (type instanceof TableType) {
      return tableImports;
    }
    if (type instanceof MemoryType) {
      return memoryImports;
    }
    return type instanceof GlobalType ? globalImports : tagImports;
  }

  /** Returns the number of type definitions. */
  public int typeCount() {
    return types.size();
  }

  /** Returns a type definition. */
  public SubType type(int typeIndex) {
    return types.get(typeIndex);
  }

  /** Returns whether a type definition is in a recursive group with others. */
  public boolean isInGroup(int typeIndex) {
    return grouped.get(typeIndex);
  }

  /** Returns the function type that a type index stands for. */
  public FunctionType functionTypeAt(int typeIndex) {
    CompositeType composite = types.get(typeIndex).composite();
    if (composite instanceof FunctionType functionType) {
      return functionType;
    }
    throw new IllegalArgumentException("type " + typeIndex + " is not a function type");
  }

  /** Returns the type of a block. */
  public FunctionType blockType(BlockType blockType) {
    if (blockType instanceof BlockType.Indexed indexed) {
      return functionTypeAt(indexed.typeIndex());
    }
    return blockType instanceof BlockType.Single single
        ? new FunctionType(List.of(), List.of(single.type()))
        : FunctionType.EMPTY;
  }

  /** Returns how many functions are imported: their indices are below. */
  public int importedFunctions() {
    return functionImports.size();
  }

  /** Returns the number of functions. */
  public int functionCount() {
    return functionImports.size() + module.functions().size();
  }

  /** Returns the import that a function is, if it is one. */
  public Optional<Import> functionImport(int functionIndex) {
    return imported(functionImports, functionIndex);
  }

  private static Optional<Import> imported(List<Import> imports, int index) {
    return index < imports.size() ? Optional.of(imports.get(index)) : Optional.empty();
  }

  /** Returns a function that the module defines. */
  public Function function(int functionIndex) {
    return module.functions().get(functionIndex - functionImports.size());
  }

  /** Returns the index of a function's type. */
  public int functionTypeIndex(int functionIndex) {
    return functionIndex < functionImports.size()
        ? ((FunctionReferenceType) functionImports.get(functionIndex).type()).typeIndex()
        : function(functionIndex).typeIndex();
  }

  /** Returns a function's type. */
  public FunctionType functionType(int functionIndex) {
    return functionTypeAt(functionTypeIndex(functionIndex));
  }

  /** Returns how many tables are imported. */
  public int importedTables() {
    return tableImports.size();
  }

  /** Returns the number of tables. */
  public int tableCount() {
    return tableImports.size() + module.tables().size();
  }

  /** Returns the import that a table is, if it is one. */
  public Optional<Import> tableImport(int tableIndex) {
    return imported(tableImports, tableIndex);
  }

  /** Returns a table's type. */
  public TableType tableType(int tableIndex) {
    return tableIndex < tableImports.size()
        ? (TableType) tableImports.get(tableIndex).type()
        : table(tableIndex).type();
  }

  /** Returns a table that the module defines. */
  public TableDefinition table(int tableIndex) {
    return module.tables().get(tableIndex - tableImports.size());
  }

  /** Returns how many memories are imported. */
  public int importedMemories() {
    return memoryImports.size();
  }

  /** Returns the number of memories. */
  public int memoryCount() {
    return memoryImports.size() + module.memories().size();
  }

  /** Returns the import that a memory is, if it is one. */
  public Optional<Import> memoryImport(int memoryIndex) {
    return imported(memoryImports, memoryIndex);
  }

  /** Returns a memory's type. */
  public MemoryType memoryType(int memoryIndex) {
    return memoryIndex < memoryImports.size()
        ? (MemoryType) memoryImports.get(memoryIndex).type()
        : module.memories().get(memoryIndex - memoryImports.size());
  }

  /** Returns how many globals are imported. */
  public int importedGlobals() {
    return globalImports.size();
  }

  /** Returns the number of globals. */
  public int globalCount() {
    return globalImports.size() + module.globals().size();
  }

  /** Returns the import that a global is, if it is one. */
  public Optional<Import> globalImport(int globalIndex) {
    return imported(globalImports, globalIndex);
  }

  /** Returns a global's type. */
  public GlobalType globalType(int globalIndex) {
    return globalIndex < globalImports.size()
        ? (GlobalType) globalImports.get(globalIndex).type()
        : global(globalIndex).type();
  }

  /** Returns a global that the module defines. */
  public GlobalDefinition global(int globalIndex) {
    return module.globals().get(globalIndex - globalImports.size());
  }

  /** Returns how many tags are imported. */
  public int importedTags() {
    return tagImports.size();
  }

  /** Returns the number of tags. */
  public int tagCount() {
    return tagImports.size() + module.tags().size();
  }

  /** Returns the import that a tag is, if it is one. */
  public Optional<Import> tagImport(int tagIndex) {
    return imported(tagImports, tagIndex);
  }

  /** Returns the types of what the exceptions of a tag carry. */
  public List<ValueType> tagParameters(int tagIndex) {
    return functionTypeAt(tagType(tagIndex).typeIndex()).parameters();
  }

  /** Returns a tag's type. */
  public TagType tagType(int tagIndex) {
    return tagIndex < tagImports.size()
        ? (TagType) tagImports.get(tagIndex).type()
        : module.tags().get(tagIndex - tagImports.size());
  }
}
