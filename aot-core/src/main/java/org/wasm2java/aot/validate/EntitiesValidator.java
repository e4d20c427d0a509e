package org.wasm2java.aot.validate;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.wasm2java.aot.module.Export;
import org.wasm2java.aot.module.ExternKind;
import org.wasm2java.aot.module.Function;
import org.wasm2java.aot.module.GlobalDefinition;
import org.wasm2java.aot.module.Import;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.module.SectionId;
import org.wasm2java.aot.module.TableDefinition;
import org.wasm2java.aot.module.WasmModule;
import org.wasm2java.aot.type.ExternType;
import org.wasm2java.aot.type.FunctionReferenceType;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.GlobalType;
import org.wasm2java.aot.type.MemoryType;
import org.wasm2java.aot.type.TableType;
import org.wasm2java.aot.type.TagType;
import org.wasm2java.aot.validate.body.ConstantExpressionValidator;
import org.wasm2java.aot.validate.body.ModuleContext;
import org.wasm2java.aot.validate.body.Rules;
import org.wasm2java.runtime.internal.ShownText;

/**
 * Validates what a module imports, defines and exports, functions' bodies aside.
 *
 * @see <a href="https://webassembly.github.io/spec/core/valid/modules.html">Modules</a>
 */
final class EntitiesValidator {
  private final WasmModule module;
  private final IndexSpaces spaces;
  private final ConstantExpressionValidator expressions;

  EntitiesValidator(ModuleContext context, ConstantExpressionValidator expressions) {
    this.module = context.module();
    this.spaces = context.spaces();
    this.expressions = expressions;
  }

  private SectionChecks section(SectionId id) {
    return new SectionChecks(id, module, spaces);
  }

  void checkImports() {
    SectionChecks section = section(SectionId.IMPORT);
    List<Import> imports = module.imports();
    for (int entry = 0; entry < imports.size(); entry++) {
      checkImport(imports.get(entry).type(), section, entry);
    }
  }

  private void checkImport(ExternType type, SectionChecks section, int entry) {
    if (type instanceof FunctionReferenceType function) {
      section.checkFunctionType(function.typeIndex(), entry);
    } else if (type instanceof TableType table) {
      LimitsValidator.check(table, section, entry);
    } else if (type instanceof MemoryType memory) {
      LimitsValidator.check(memory, section, entry);
    } else if (type instanceof GlobalType global) {
      section.check(global.valueType(), entry);
    } else {
      checkTag((TagType) type, section, entry);
    }
  }

  private void checkTag(TagType tag, SectionChecks section, int entry) {
    section.checkFunctionType(tag.typeIndex(), entry);
    FunctionType type = spaces.functionTypeAt(tag.typeIndex());
    if (!type.results().isEmpty()) {
      throw section.fail(Rules.TAG_RESULT, entry, "found " + type.text());
    }
  }

  void checkFunctionTypes() {
    SectionChecks section = section(SectionId.FUNCTION);
    List<Function> functions = module.functions();
    for (int entry = 0; entry < functions.size(); entry++) {
      section.checkFunctionType(functions.get(entry).typeIndex(), entry);
    }
  }

  void checkTables() {
    SectionChecks section = section(SectionId.TABLE);
    List<TableDefinition> tables = module.tables();
    for (int entry = 0; entry < tables.size(); entry++) {
      TableDefinition table = tables.get(entry);
      LimitsValidator.check(table.type(), section, entry);
      if (table.initializer().isPresent()) {
        expressions.validate(
            table.initializer().get(), table.type().elementType(), spaces.importedGlobals());
      } else if (!table.type().elementType().isDefaultable()) {
        throw section.fail(
            Rules.TYPE_MISMATCH,
            entry,
            "a table of " + table.type().elementType().text() + " needs an initializer");
      }
    }
  }

  void checkMemories() {
    SectionChecks section = section(SectionId.MEMORY);
    List<MemoryType> memories = module.memories();
    for (int entry = 0; entry < memories.size(); entry++) {
      LimitsValidator.check(memories.get(entry), section, entry);
    }
  }

  void checkTags() {
    SectionChecks section = section(SectionId.TAG);
    List<TagType> tags = module.tags();
    for (int entry = 0; entry < tags.size(); entry++) {
      checkTag(tags.get(entry), section, entry);
    }
  }

  void checkGlobals() {
    SectionChecks section = section(SectionId.GLOBAL);
    List<GlobalDefinition> globals = module.globals();
    for (int entry = 0; entry < globals.size(); entry++) {
      GlobalDefinition global = globals.get(entry);
      section.check(global.type().valueType(), entry);
      expressions.validate(
          global.initializer(), global.type().valueType(), spaces.importedGlobals() + entry);
    }
  }

  void checkExports() {
    SectionChecks section = section(SectionId.EXPORT);
    Set<String> names = new HashSet<>();
    List<Export> exports = module.exports();
    for (int entry = 0; entry < exports.size(); entry++) {
      Export export = exports.get(entry);
      checkExport(export, section, entry);
      if (!names.add(export.name())) {
        throw section.fail(Rules.DUPLICATE_EXPORT, entry, '"' + ShownText.of(export.name()) + '"');
      }
    }
  }

  private void checkExport(Export export, SectionChecks section, int entry) {
    int count =
        switch (export.kind()) {
          case FUNCTION -> spaces.functionCount();
          case TABLE -> spaces.tableCount();
          case MEMORY -> spaces.memoryCount();
          case GLOBAL -> spaces.globalCount();
          case TAG -> spaces.tagCount();
        };
    section.check(export.index(), count, what(export.kind()), entry);
  }

  private static String what(ExternKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  void checkStart() {
    if (module.start().isEmpty()) {
      return;
    }
    SectionChecks section = section(SectionId.START);
    int functionIndex = module.start().getAsInt();
    section.check(functionIndex, spaces.functionCount(), "function", 0);
    FunctionType type = spaces.functionType(functionIndex);
    if (!type.equals(FunctionType.EMPTY)) {
      throw section.fail(
          Rules.START, 0, "function " + functionIndex + " must be [] -> [], is " + type.text());
    }
  }
}
