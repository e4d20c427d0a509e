package org.wasm2java.aot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wasm2java.aot.module.Export;
import org.wasm2java.aot.module.Import;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.source.Commands;
import org.wasm2java.aot.split.HostModules;
import org.wasm2java.aot.type.ExternType;
import org.wasm2java.aot.type.FunctionReferenceType;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.GlobalType;
import org.wasm2java.aot.type.MemoryType;
import org.wasm2java.aot.type.TableType;
import org.wasm2java.aot.validate.ValidModule;
import org.wasm2java.runtime.internal.ShownText;
import org.wasm2java.wasi.WasiFunctions;

/** Describes what a module imports, exports and defines, one line each. */
final class EntityLines {
  private final ValidModule module;
  private final IndexSpaces spaces;

  EntityLines(ValidModule module) {
    this.module = module;
    this.spaces = module.spaces();
  }

  List<String> imports() {
    return module.decoded().imports().stream().map(this::text).toList();
  }

  private String text(Import declared) {
    return ShownText.of(declared.module())
        + "."
        + ShownText.of(declared.field())
        + ": "
        + text(declared.type());
  }

  List<String> exports() {
    return module.decoded().exports().stream()
        .map(export -> ShownText.of(export.name()) + ": " + type(export))
        .toList();
  }

  private String type(Export export) {
    return switch (export.kind()) {
      case FUNCTION -> "func " + spaces.functionType(export.index()).text();
      case TABLE -> text(spaces.tableType(export.index()));
      case MEMORY -> text(spaces.memoryType(export.index()));
      case GLOBAL -> text(spaces.globalType(export.index()));
      case TAG -> "tag";
    };
  }

  List<String> memories() {
    List<String> memories = new ArrayList<>();
    for (int i = 0; i < spaces.memoryCount(); i++) {
      memories.add("memory " + i + ": " + text(spaces.memoryType(i)));
    }
    return memories;
  }

  List<String> tables() {
    List<String> tables = new ArrayList<>();
    for (int i = 0; i < spaces.tableCount(); i++) {
      tables.add("table " + i + ": " + text(spaces.tableType(i)));
    }
    return tables;
  }

  /** Returns how the module is used. */
  ModuleUse use() {
    List<String> open = new ArrayList<>();
    for (Import declared : module.decoded().imports()) {
      Optional<Class<?>> host = HostModules.hostClass(declared.module());
      if (!isProvided(declared, host)) {
        open.add(text(declared) + host.map(known -> provided(declared.field())).orElse(""));
      }
    }
    return new ModuleUse(Commands.obstacle(module), open);
  }

  private boolean isProvided(Import declared, Optional<Class<?>> host) {
    if (host.isEmpty() || !(declared.type() instanceof FunctionReferenceType function)) {
      return false;
    }
    FunctionType type = spaces.functionTypeAt(function.typeIndex());
    return HostModules.method(host.get(), declared.field(), type).isPresent();
  }

  private static String provided(String field) {
    org.wasm2java.runtime.type.FunctionType type = WasiFunctions.type(field);
    return type == null ? ", WASI has no such function" : ", WASI has " + type.text();
  }

  private String text(ExternType type) {
    if (type instanceof FunctionReferenceType function) {
      return "func " + spaces.functionTypeAt(function.typeIndex()).text();
    }
    if (type instanceof MemoryType memory) {
      return "memory " + memory.limits().text() + " pages" + (memory.shared() ? " shared" : "");
    }
    if (type instanceof TableType table) {
      return "table " + table.limits().text() + " " + table.elementType().text();
    }
    return type instanceof GlobalType global ? text(global) : "tag";
  }

  private static String text(GlobalType global) {
    String type = global.valueType().text();
    return "global " + (global.mutable() ? "(mut " + type + ")" : type);
  }
}
