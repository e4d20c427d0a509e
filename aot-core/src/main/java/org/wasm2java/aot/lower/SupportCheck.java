package org.wasm2java.aot.lower;

import java.util.List;
import org.wasm2java.aot.diagnostic.Failure;
import org.wasm2java.aot.diagnostic.Location;
import org.wasm2java.aot.diagnostic.WasmModuleException;
import org.wasm2java.aot.instruction.Feature;
import org.wasm2java.aot.ir.Kind;
import org.wasm2java.aot.module.Import;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.module.SectionId;
import org.wasm2java.aot.module.WasmModule;
import org.wasm2java.aot.type.AddressType;
import org.wasm2java.aot.type.ExternType;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.GlobalType;
import org.wasm2java.aot.type.Limits;
import org.wasm2java.aot.type.MemoryType;
import org.wasm2java.aot.type.RecursiveType;
import org.wasm2java.aot.type.SubType;
import org.wasm2java.aot.type.TableType;
import org.wasm2java.aot.type.TagType;
import org.wasm2java.aot.type.ValueType;
import org.wasm2java.aot.validate.ValidModule;

/** Refuses what code generation cannot do outside functions, before any function is lowered. */
public final class SupportCheck {
  private final ValidModule module;
  private final IndexSpaces spaces;

  private SupportCheck(ValidModule module) {
    this.module = module;
    this.spaces = module.spaces();
  }

  /**
   * Checks a module.
   *
   * @throws WasmModuleException naming the missing feature and the place
   */
  public static void check(ValidModule module) {
    SupportCheck check = new SupportCheck(module);
    check.types();
    check.imports();
    check.definitions();
    check.functions();
  }

  private Location at(SectionId section, int entry) {
    return Location.offset(module.module().offsets().of(section.code(), entry));
  }

  private static WasmModuleException unsupported(Feature feature, String what, Location place) {
    return Failure.unsupported(feature.text())
        .at(place, what + " is valid, but this version does not translate it yet");
  }

  /** Function types that are more than their parameters and results need identity at run time. */
  private void types() {
    List<RecursiveType> groups = module.module().recursiveTypes();
    for (int i = 0; i < groups.size(); i++) {
      for (SubType type : groups.get(i).subTypes()) {
        boolean plain =
            type.isFinal() && type.supertypes().isEmpty() && groups.get(i).subTypes().size() == 1;
        if (type.composite() instanceof FunctionType && !plain) {
          throw unsupported(
              Feature.GC,
              "a function type with subtypes or in a recursive group",
              at(SectionId.TYPE, i));
        }
      }
    }
  }

  private void imports() {
    List<Import> imports = module.module().imports();
    for (int i = 0; i < imports.size(); i++) {
      Import declared = imports.get(i);
      String what = "the import " + declared.module() + "." + declared.field();
      extern(declared.type(), what, at(SectionId.IMPORT, i));
    }
  }

  private void definitions() {
    WasmModule definitions = module.module();
    for (int i = 0; i < definitions.tables().size(); i++) {
      int table = spaces.importedTables() + i;
      extern(definitions.tables().get(i).type(), "table " + table, at(SectionId.TABLE, i));
    }
    for (int i = 0; i < definitions.memories().size(); i++) {
      int memory = spaces.importedMemories() + i;
      extern(definitions.memories().get(i), "memory " + memory, at(SectionId.MEMORY, i));
    }
    for (int i = 0; i < definitions.tags().size(); i++) {
      int tag = spaces.importedTags() + i;
      extern(definitions.tags().get(i), "tag " + tag, at(SectionId.TAG, i));
    }
    for (int i = 0; i < definitions.globals().size(); i++) {
      int global = spaces.importedGlobals() + i;
      extern(definitions.globals().get(i).type(), "global " + global, at(SectionId.GLOBAL, i));
    }
    for (int i = 0; i < definitions.elements().size(); i++) {
      requireKind(
          definitions.elements().get(i).type(), "element segment " + i, at(SectionId.ELEMENT, i));
    }
  }

  private void extern(ExternType type, String what, Location place) {
    if (type instanceof MemoryType memory) {
      requireAddress32(memory.limits(), what, place);
      if (memory.shared()) {
        throw unsupported(Feature.THREADS, what + " as a shared memory", place);
      }
    } else if (type instanceof TableType table) {
      requireAddress32(table.limits(), what, place);
      requireKind(table.elementType(), what, place);
    } else if (type instanceof GlobalType global) {
      requireKind(global.valueType(), what, place);
    } else if (type instanceof TagType tag) {
      spaces
          .functionTypeAt(tag.typeIndex())
          .parameters()
          .forEach(parameter -> requireKind(parameter, what, place));
    }
  }

  private static void requireAddress32(Limits limits, String what, Location place) {
    if (limits.addressType() == AddressType.I64) {
      throw unsupported(Feature.MEMORY64, what + " with 64-bit addresses", place);
    }
  }

  private void functions() {
    for (int i = 0; i < spaces.functionCount(); i++) {
      FunctionType type = spaces.functionType(i);
      Location place = functionPlace(i);
      for (ValueType parameter : type.parameters()) {
        requireKind(parameter, "a parameter of function " + i, place);
      }
      for (ValueType result : type.results()) {
        requireKind(result, "a result of function " + i, place);
      }
    }
  }

  private Location functionPlace(int functionIndex) {
    if (functionIndex < spaces.importedFunctions()) {
      return Location.offset(-1);
    }
    return Location.function(
        spaces.function(functionIndex).offset(),
        functionIndex,
        module.module().names().functionName(functionIndex),
        0);
  }

  private static void requireKind(ValueType type, String what, Location place) {
    if (!Kind.isSupported(type)) {
      throw unsupported(UnsupportedTypes.feature(type), what + " of type " + type.text(), place);
    }
  }
}
