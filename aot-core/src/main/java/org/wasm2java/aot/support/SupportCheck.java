package org.wasm2java.aot.support;

import java.util.List;
import org.wasm2java.aot.diagnostic.Location;
import org.wasm2java.aot.diagnostic.WasmModuleException;
import org.wasm2java.aot.instruction.Feature;
import org.wasm2java.aot.module.ElementSegment;
import org.wasm2java.aot.module.Import;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.module.SectionId;
import org.wasm2java.aot.module.WasmModule;
import org.wasm2java.aot.type.AddressType;
import org.wasm2java.aot.type.ExternType;
import org.wasm2java.aot.type.Limits;
import org.wasm2java.aot.type.MemoryType;
import org.wasm2java.aot.type.TableType;
import org.wasm2java.aot.validate.ValidModule;
import org.wasm2java.runtime.internal.ShownText;

/**
 * Finds what a valid module uses that this version cannot translate: types, entities, constant
 * expressions, and the instructions that can be reached, by their rows. What is found nowhere here
 * is translated; no later phase refuses a module.
 */
public final class SupportCheck {
  private final ValidModule module;
  private final WasmModule definitions;
  private final IndexSpaces spaces;
  private final Uses uses;
  private final CodeCheck code;

  private SupportCheck(ValidModule module) {
    this.module = module;
    this.definitions = module.decoded();
    this.spaces = module.spaces();
    this.uses = new Uses();
    this.code = new CodeCheck(module, uses);
  }

  /** Returns what the module uses and this version cannot translate, in the module's order. */
  public static List<UnsupportedFeature> unsupported(ValidModule module) {
    SupportCheck check = new SupportCheck(module);
    check.imports();
    check.definitions();
    check.segments();
    check.functions();
    return check.uses.all();
  }

  /**
   * Refuses a module that cannot be translated.
   *
   * @throws WasmModuleException naming the first missing feature and the place
   */
  public static void require(ValidModule module) {
    for (UnsupportedFeature feature : unsupported(module)) {
      throw feature.first().exception();
    }
  }

  private Location at(SectionId section, int entry) {
    return Location.offset(definitions.offsets().of(section.code(), entry));
  }

  private void imports() {
    List<Import> imports = definitions.imports();
    for (int i = 0; i < imports.size(); i++) {
      Import declared = imports.get(i);
      String name = ShownText.of(declared.module()) + "." + ShownText.of(declared.field());
      extern(declared.type(), "the import " + name, at(SectionId.IMPORT, i));
    }
  }

  private void definitions() {
    for (int i = 0; i < definitions.tables().size(); i++) {
      int table = spaces.importedTables() + i;
      extern(definitions.tables().get(i).type(), "table " + table, at(SectionId.TABLE, i));
      definitions.tables().get(i).initializer().ifPresent(code::constant);
    }
    for (int i = 0; i < definitions.memories().size(); i++) {
      int memory = spaces.importedMemories() + i;
      extern(definitions.memories().get(i), "memory " + memory, at(SectionId.MEMORY, i));
    }
    definitions.globals().forEach(global -> code.constant(global.initializer()));
  }

  private void segments() {
    for (ElementSegment segment : definitions.elements()) {
      segment.offset().ifPresent(code::constant);
      segment.initializers().forEach(code::constant);
    }
    definitions.data().forEach(segment -> segment.offset().ifPresent(code::constant));
  }

  private void functions() {
    for (int i = spaces.importedFunctions(); i < spaces.functionCount(); i++) {
      code.function(module.body(i), i);
    }
  }

  private void extern(ExternType type, String what, Location place) {
    if (type instanceof MemoryType memory) {
      addresses(memory.limits(), what, place);
      if (memory.shared()) {
        uses.add(Feature.THREADS, what + " as a shared memory", place);
      }
    } else if (type instanceof TableType table) {
      addresses(table.limits(), what, place);
    }
  }

  private void addresses(Limits limits, String what, Location place) {
    if (limits.addressType() == AddressType.I64) {
      uses.add(Feature.MEMORY64, what + " with 64-bit addresses", place);
    }
  }
}
