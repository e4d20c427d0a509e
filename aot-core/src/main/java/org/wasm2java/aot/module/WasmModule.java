package org.wasm2java.aot.module;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.wasm2java.aot.type.MemoryType;
import org.wasm2java.aot.type.RecursiveType;
import org.wasm2java.aot.type.TagType;

/**
 * A module as its binary says, not validated.
 *
 * @param byteSize the size of the file in bytes
 * @param sourceHash the SHA-256 of the file in hexadecimal digits
 * @param hasDataCount whether there is a data count section
 * @see <a href="https://webassembly.github.io/spec/core/syntax/modules.html">Modules</a>
 */
public record WasmModule(
    List<RecursiveType> recursiveTypes,
    List<Import> imports,
    List<Function> functions,
    List<TableDefinition> tables,
    List<MemoryType> memories,
    List<TagType> tags,
    List<GlobalDefinition> globals,
    List<Export> exports,
    OptionalInt start,
    List<ElementSegment> elements,
    List<DataSegment> data,
    boolean hasDataCount,
    Names names,
    List<CustomSection> customSections,
    SectionOffsets offsets,
    long byteSize,
    String sourceHash) {
  /** Copies the lists. */
  public WasmModule {
    recursiveTypes = List.copyOf(recursiveTypes);
    imports = List.copyOf(imports);
    functions = List.copyOf(functions);
    tables = List.copyOf(tables);
    memories = List.copyOf(memories);
    tags = List.copyOf(tags);
    globals = List.copyOf(globals);
    exports = List.copyOf(exports);
    elements = List.copyOf(elements);
    data = List.copyOf(data);
    customSections = List.copyOf(customSections);
  }

  /**
   * Returns the module with other types and functions.
   *
   * @param constant gives what stands in place of a constant expression
   */
  public WasmModule with(
      List<RecursiveType> otherTypes, List<Function> otherFunctions, UnaryOperator<Body> constant) {
    return new WasmModule(
        otherTypes,
        imports,
        otherFunctions,
        tables.stream()
            .map(table -> new TableDefinition(table.type(), table.initializer().map(constant)))
            .toList(),
        memories,
        tags,
        globals.stream()
            .map(
                global -> new GlobalDefinition(global.type(), constant.apply(global.initializer())))
            .toList(),
        exports,
        start,
        elements.stream().map(segment -> segment.withConstants(constant)).toList(),
        data.stream().map(segment -> segment.withConstants(constant)).toList(),
        hasDataCount,
        names,
        customSections,
        offsets,
        byteSize,
        sourceHash);
  }

  /** Returns the names under which functions are exported, by function index. */
  public SortedMap<Integer, List<String>> functionExports() {
    SortedMap<Integer, List<String>> names = new TreeMap<>();
    for (Export export : exports) {
      if (export.kind() == ExternKind.FUNCTION) {
        names.computeIfAbsent(export.index(), index -> new ArrayList<>()).add(export.name());
      }
    }
    return names;
  }
}
