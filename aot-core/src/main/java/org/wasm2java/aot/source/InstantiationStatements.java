package org.wasm2java.aot.source;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.wasm2java.aot.module.Export;
import org.wasm2java.aot.module.ExternKind;
import org.wasm2java.aot.module.Import;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.module.WasmModule;
import org.wasm2java.aot.source.body.JavaLiterals;
import org.wasm2java.aot.source.name.GeneratedNames;
import org.wasm2java.aot.source.name.RuntimeTypes;
import org.wasm2java.aot.source.name.Signatures;
import org.wasm2java.aot.split.JavaPlan;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.GlobalType;
import org.wasm2java.aot.type.Limits;
import org.wasm2java.aot.type.TableType;
import org.wasm2java.aot.type.VectorType;
import org.wasm2java.runtime.Global;
import org.wasm2java.runtime.Tag;
import org.wasm2java.runtime.type.V128;

/**
 * Writes a module's instantiation in the specification's order: imports, tables, memories, globals,
 * element segments, data segments, start function.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/exec/modules.html#instantiation">Instantiation</a>
 */
final class InstantiationStatements {
  private final JavaPlan plan;
  private final GeneratedNames names;
  private final IndexSpaces spaces;
  private final WasmModule module;

  InstantiationStatements(JavaPlan plan, GeneratedNames names) {
    this.plan = plan;
    this.names = names;
    this.spaces = plan.module().spaces();
    this.module = plan.module().decoded();
  }

  /** Returns what a constructor does: it links imports and makes memories, tables and tags. */
  List<Setup.Statement> link() {
    List<Setup.Statement> statements = new ArrayList<>();
    for (int i = 0; i < spaces.tableCount(); i++) {
      int index = i;
      statements.add(place -> place.names().table(index) + " = " + table(index, place.types()));
    }
    for (int i = 0; i < spaces.memoryCount(); i++) {
      int index = i;
      statements.add(place -> place.names().memory(index) + " = " + memory(index));
    }
    for (int i = 0; i < spaces.tagCount(); i++) {
      int index = i;
      statements.add(place -> place.names().tag(index) + " = " + tag(index, place.types()));
    }
    for (int i = 0; i < spaces.importedGlobals(); i++) {
      int index = i;
      statements.add(place -> place.names().global(index) + " = " + global(index, place.types()));
    }
    return statements;
  }

  private static String name(Import declared) {
    return JavaLiterals.string(declared.module()) + ", " + JavaLiterals.string(declared.field());
  }

  private String table(int tableIndex, RuntimeTypes types) {
    TableType type = spaces.tableType(tableIndex);
    String elementType = types.valueType(type.elementType());
    String sizes = sizes(type.limits());
    return spaces
        .tableImport(tableIndex)
        .map(declared -> "linker.table(" + name(declared) + ", " + elementType + ", " + sizes + ")")
        .orElse("linker.newTable(" + elementType + ", " + sizes + ")");
  }

  private String memory(int memoryIndex) {
    String sizes = sizes(spaces.memoryType(memoryIndex).limits());
    return spaces
        .memoryImport(memoryIndex)
        .map(declared -> "linker.memory(" + name(declared) + ", " + sizes + ")")
        .orElse("linker.newMemory(" + sizes + ")");
  }

  private String tag(int tagIndex, RuntimeTypes types) {
    int typeIndex = spaces.tagType(tagIndex).typeIndex();
    FunctionType type = spaces.functionTypeAt(typeIndex);
    String definition =
        plan.module()
            .functionDefinition(typeIndex)
            .map(known -> ", " + JavaLiterals.string(known.code()))
            .orElse("");
    String runtimeType =
        types.member(org.wasm2java.runtime.type.FunctionType.class, "of(")
            + JavaLiterals.string(Signatures.names(type.parameters()))
            + ", "
            + JavaLiterals.string(Signatures.names(type.results()))
            + definition
            + ")";
    return spaces
        .tagImport(tagIndex)
        .map(declared -> "linker.tag(" + name(declared) + ", " + runtimeType + ")")
        .orElseGet(
            () -> {
              String name = tagName(tagIndex);
              String further = name.isEmpty() ? "" : ", " + JavaLiterals.string(name);
              return "new " + types.name(Tag.class) + "(" + runtimeType + further + ")";
            });
  }

  /** Returns what messages call a tag of the module's own. */
  private String tagName(int tagIndex) {
    return module
        .names()
        .tagName(tagIndex)
        .or(
            () ->
                module.exports().stream()
                    .filter(export -> export.kind() == ExternKind.TAG)
                    .filter(export -> export.index() == tagIndex)
                    .map(Export::name)
                    .findFirst())
        .orElse("");
  }

  private String global(int globalIndex, RuntimeTypes types) {
    GlobalType type = spaces.globalType(globalIndex);
    return "linker.global("
        + name(spaces.globalImport(globalIndex).orElseThrow())
        + ", "
        + types.valueType(type.valueType())
        + ", "
        + type.mutable()
        + ")";
  }

  private static String sizes(Limits limits) {
    OptionalLong maximum = limits.maximum();
    return limits.minimum() + "L, " + (maximum.isPresent() ? maximum.getAsLong() : -1) + "L";
  }

  /** Returns what initializes an instance. */
  List<Setup.Statement> initialize() {
    List<Setup.Statement> statements = new ArrayList<>();
    globals(statements);
    tables(statements);
    SegmentStatements segments = new SegmentStatements(plan, statements);
    segments.elements();
    segments.data();
    module.start().ifPresent(start -> statements.add(place -> place.names().call(start, "", "")));
    return statements;
  }

  private void globals(List<Setup.Statement> statements) {
    for (int i = spaces.importedGlobals(); i < spaces.globalCount(); i++) {
      int index = i;
      if (names.isShared(index)) {
        statements.add(place -> place.names().global(index) + " = " + initial(index, place));
        continue;
      }
      for (int p = 0; p < names.globalParts(index).size(); p++) {
        int part = p;
        statements.add(
            place ->
                place.names().globalField(index, part)
                    + " = "
                    + place.carried(spaces.global(index).initializer()).get(part));
      }
    }
  }

  private String initial(int globalIndex, Setup place) {
    GlobalType type = spaces.globalType(globalIndex);
    String value = String.join(", ", place.carried(spaces.global(globalIndex).initializer()));
    return created(type, value, place.types());
  }

  /** Returns the expression for a new global that has the value of these carriers. */
  static String created(GlobalType type, String carried, RuntimeTypes types) {
    String value =
        type.valueType() instanceof VectorType
            ? types.member(V128.class, "of(") + carried + ")"
            : carried;
    return types.member(Global.class, "create(")
        + types.valueType(type.valueType())
        + (", " + type.mutable() + ", " + value + ")");
  }

  private void tables(List<Setup.Statement> statements) {
    for (int i = spaces.importedTables(); i < spaces.tableCount(); i++) {
      int index = i;
      spaces
          .table(i)
          .initializer()
          .ifPresent(
              body ->
                  statements.add(
                      place -> {
                        String table = place.names().table(index);
                        return table
                            + (".fill(0, " + place.value(body) + ", " + table + ".size())");
                      }));
    }
  }
}
