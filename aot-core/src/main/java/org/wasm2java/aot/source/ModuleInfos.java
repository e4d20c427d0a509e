package org.wasm2java.aot.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.wasm2java.aot.module.CustomSection;
import org.wasm2java.aot.module.Export;
import org.wasm2java.aot.module.Import;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.module.WasmModule;
import org.wasm2java.aot.source.name.Signatures;
import org.wasm2java.aot.split.JavaPlan;
import org.wasm2java.aot.type.ExternType;
import org.wasm2java.aot.type.FunctionReferenceType;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.GlobalType;
import org.wasm2java.aot.type.Limits;
import org.wasm2java.aot.type.MemoryType;
import org.wasm2java.aot.type.TableType;
import org.wasm2java.aot.type.TagType;
import org.wasm2java.aot.type.ValueType;
import org.wasm2java.runtime.format.ModuleInfo;
import org.wasm2java.runtime.type.ExportType;
import org.wasm2java.runtime.type.ImportType;

/** What a module's descriptor tells of it, in the types of the runtime. */
final class ModuleInfos {
  private final IndexSpaces spaces;
  private final WasmModule module;

  private ModuleInfos(JavaPlan plan) {
    this.spaces = plan.module().spaces();
    this.module = plan.module().decoded();
  }

  /**
   * Returns the description of a module.
   *
   * @param translatorVersion the version of this translator
   * @param keeps says by its name whether a custom section is kept
   */
  static ModuleInfo of(JavaPlan plan, String translatorVersion, Predicate<String> keeps) {
    return new ModuleInfos(plan).info(translatorVersion, keeps);
  }

  private ModuleInfo info(String translatorVersion, Predicate<String> keeps) {
    return new ModuleInfo(
        module.sourceHash(),
        translatorVersion,
        imports(),
        exports(),
        module.exports().stream().map(Export::index).toList(),
        memories(),
        tables(),
        customSections(keeps));
  }

  private List<ImportType> imports() {
    List<ImportType> imports = new ArrayList<>();
    for (Import declared : module.imports()) {
      imports.add(new ImportType(declared.module(), declared.field(), externType(declared.type())));
    }
    return imports;
  }

  private List<ExportType> exports() {
    List<ExportType> exports = new ArrayList<>();
    for (Export export : module.exports()) {
      int index = export.index();
      org.wasm2java.runtime.type.ExternType type =
          switch (export.kind()) {
            case FUNCTION -> function(spaces.functionType(index));
            case TABLE -> table(spaces.tableType(index));
            case MEMORY -> memory(spaces.memoryType(index));
            case GLOBAL -> global(spaces.globalType(index));
            case TAG -> tag(spaces.tagType(index));
          };
      exports.add(new ExportType(export.name(), type));
    }
    return exports;
  }

  private List<org.wasm2java.runtime.type.MemoryType> memories() {
    List<org.wasm2java.runtime.type.MemoryType> memories = new ArrayList<>();
    for (int i = 0; i < spaces.memoryCount(); i++) {
      memories.add(memory(spaces.memoryType(i)));
    }
    return memories;
  }

  private List<org.wasm2java.runtime.type.TableType> tables() {
    List<org.wasm2java.runtime.type.TableType> tables = new ArrayList<>();
    for (int i = 0; i < spaces.tableCount(); i++) {
      tables.add(table(spaces.tableType(i)));
    }
    return tables;
  }

  private List<org.wasm2java.runtime.type.CustomSection> customSections(Predicate<String> keeps) {
    List<org.wasm2java.runtime.type.CustomSection> sections = new ArrayList<>();
    for (CustomSection section : module.customSections()) {
      if (keeps.test(section.name())) {
        sections.add(
            new org.wasm2java.runtime.type.CustomSection(section.name(), section.contents()));
      }
    }
    return sections;
  }

  private org.wasm2java.runtime.type.ExternType externType(ExternType type) {
    if (type instanceof FunctionReferenceType function) {
      return function(spaces.functionTypeAt(function.typeIndex()));
    }
    return type instanceof TableType table ? table(table) : otherType(type);
  }

  private org.wasm2java.runtime.type.ExternType otherType(ExternType type) {
    if (type instanceof MemoryType memory) {
      return memory(memory);
    }
    return type instanceof GlobalType global ? global(global) : tag((TagType) type);
  }

  private static org.wasm2java.runtime.type.FunctionType function(FunctionType type) {
    return org.wasm2java.runtime.type.FunctionType.of(
        Signatures.names(type.parameters()), Signatures.names(type.results()));
  }

  private static org.wasm2java.runtime.type.ValueType value(ValueType type) {
    return org.wasm2java.runtime.type.FunctionType.of(Signatures.names(List.of(type)), "")
        .parameters()
        .get(0);
  }

  private static org.wasm2java.runtime.type.TableType table(TableType type) {
    return new org.wasm2java.runtime.type.TableType(
        value(type.elementType()), type.limits().minimum(), maximum(type.limits()));
  }

  private static org.wasm2java.runtime.type.MemoryType memory(MemoryType type) {
    return new org.wasm2java.runtime.type.MemoryType(
        type.limits().minimum(), maximum(type.limits()));
  }

  private static org.wasm2java.runtime.type.GlobalType global(GlobalType type) {
    return new org.wasm2java.runtime.type.GlobalType(value(type.valueType()), type.mutable());
  }

  private org.wasm2java.runtime.type.TagType tag(TagType type) {
    return new org.wasm2java.runtime.type.TagType(
        function(spaces.functionTypeAt(type.typeIndex())));
  }

  private static long maximum(Limits limits) {
    return limits.maximum().orElse(-1);
  }
}
