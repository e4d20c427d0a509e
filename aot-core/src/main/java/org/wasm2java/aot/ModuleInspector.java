package org.wasm2java.aot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.wasm2java.aot.module.Export;
import org.wasm2java.aot.module.Import;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.support.SupportCheck;
import org.wasm2java.aot.type.ExternType;
import org.wasm2java.aot.type.FunctionReferenceType;
import org.wasm2java.aot.type.GlobalType;
import org.wasm2java.aot.type.MemoryType;
import org.wasm2java.aot.type.TableType;
import org.wasm2java.aot.validate.ValidModule;
import org.wasm2java.runtime.ShownText;

/** Describes a valid module in lines. */
final class ModuleInspector {
  private static final int BIGGEST = 10;

  private final ValidModule module;
  private final IndexSpaces spaces;

  ModuleInspector(ValidModule module) {
    this.module = module;
    this.spaces = module.spaces();
  }

  ModuleSummary summary() {
    List<String> memories = new ArrayList<>();
    for (int i = 0; i < spaces.memoryCount(); i++) {
      memories.add("memory " + i + ": " + describe(spaces.memoryType(i)));
    }
    List<String> tables = new ArrayList<>();
    for (int i = 0; i < spaces.tableCount(); i++) {
      tables.add("table " + i + ": " + describe(spaces.tableType(i)));
    }
    List<String> features = new ArrayList<>();
    module.features().forEach(feature -> features.add(feature.text()));
    return new ModuleSummary(
        module.module().byteSize(),
        imports(),
        exports(),
        memories,
        tables,
        features,
        module.module().functions().size(),
        biggest(),
        untranslatable());
  }

  private List<String> imports() {
    List<String> lines = new ArrayList<>();
    for (Import declared : module.module().imports()) {
      String name = ShownText.of(declared.module()) + "." + ShownText.of(declared.field());
      lines.add(name + ": " + describe(declared.type()));
    }
    return lines;
  }

  private String describe(ExternType type) {
    if (type instanceof FunctionReferenceType function) {
      return "func " + spaces.functionTypeAt(function.typeIndex()).text();
    }
    if (type instanceof MemoryType memory) {
      return "memory " + memory.limits().text() + " pages" + (memory.shared() ? " shared" : "");
    }
    if (type instanceof TableType table) {
      return "table " + table.limits().text() + " " + table.elementType().text();
    }
    return type instanceof GlobalType global ? describe(global) : "tag";
  }

  private static String describe(GlobalType global) {
    String type = global.valueType().text();
    return "global " + (global.mutable() ? "(mut " + type + ")" : type);
  }

  private List<String> exports() {
    List<String> lines = new ArrayList<>();
    for (Export export : module.module().exports()) {
      String type =
          switch (export.kind()) {
            case FUNCTION -> "func " + spaces.functionType(export.index()).text();
            case TABLE -> describe(spaces.tableType(export.index()));
            case MEMORY -> describe(spaces.memoryType(export.index()));
            case GLOBAL -> describe(spaces.globalType(export.index()));
            case TAG -> "tag";
          };
      lines.add(ShownText.of(export.name()) + ": " + type);
    }
    return lines;
  }

  private List<String> biggest() {
    List<Integer> indices = new ArrayList<>();
    for (int i = spaces.importedFunctions(); i < spaces.functionCount(); i++) {
      indices.add(i);
    }
    indices.sort(
        Comparator.comparingInt((Integer index) -> -spaces.function(index).codeBytes())
            .thenComparingInt(index -> index));
    List<String> lines = new ArrayList<>();
    for (int index : indices.subList(0, Math.min(BIGGEST, indices.size()))) {
      String name =
          module
              .module()
              .names()
              .functionName(index)
              .map(given -> " $" + ShownText.of(given))
              .orElse("");
      lines.add(
          "func[" + index + "]" + name + ": " + spaces.function(index).codeBytes() + " bytes");
    }
    return lines;
  }

  private List<String> untranslatable() {
    List<String> lines = new ArrayList<>();
    SupportCheck.unsupported(module).forEach(feature -> lines.add(feature.text()));
    return lines;
  }
}
