package org.wasm2java.aot.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.wasm2java.aot.module.Export;
import org.wasm2java.aot.module.Import;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.module.WasmModule;
import org.wasm2java.aot.split.JavaPlan;
import org.wasm2java.runtime.format.ModuleInfo;
import org.wasm2java.runtime.type.CustomSection;
import org.wasm2java.runtime.type.ExportType;
import org.wasm2java.runtime.type.ExternType;
import org.wasm2java.runtime.type.ImportType;
import org.wasm2java.runtime.type.MemoryType;
import org.wasm2java.runtime.type.TableType;

/** Describes a module in the types of the runtime, for its descriptor. */
final class ModuleInfos {
  private final IndexSpaces spaces;
  private final WasmModule module;
  private final RuntimeTypeOf runtimeType;

  private ModuleInfos(JavaPlan plan) {
    this.spaces = plan.module().spaces();
    this.module = plan.module().decoded();
    this.runtimeType = new RuntimeTypeOf(plan.module());
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
      imports.add(
          new ImportType(declared.module(), declared.field(), runtimeType.extern(declared.type())));
    }
    return imports;
  }

  private List<ExportType> exports() {
    List<ExportType> exports = new ArrayList<>();
    for (Export export : module.exports()) {
      int index = export.index();
      ExternType type =
          switch (export.kind()) {
            case FUNCTION -> runtimeType.functionAt(spaces.functionTypeIndex(index));
            case TABLE -> runtimeType.table(spaces.tableType(index));
            case MEMORY -> runtimeType.memory(spaces.memoryType(index));
            case GLOBAL -> runtimeType.global(spaces.globalType(index));
            case TAG -> runtimeType.tag(spaces.tagType(index));
          };
      exports.add(new ExportType(export.name(), type));
    }
    return exports;
  }

  private List<MemoryType> memories() {
    List<MemoryType> memories = new ArrayList<>();
    for (int i = 0; i < spaces.memoryCount(); i++) {
      memories.add(runtimeType.memory(spaces.memoryType(i)));
    }
    return memories;
  }

  private List<TableType> tables() {
    List<TableType> tables = new ArrayList<>();
    for (int i = 0; i < spaces.tableCount(); i++) {
      tables.add(runtimeType.table(spaces.tableType(i)));
    }
    return tables;
  }

  private List<CustomSection> customSections(Predicate<String> keeps) {
    return module.customSections().stream()
        .filter(section -> keeps.test(section.name()))
        .map(runtimeType::customSection)
        .toList();
  }
}
