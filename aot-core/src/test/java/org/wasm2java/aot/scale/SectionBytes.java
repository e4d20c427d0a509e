package org.wasm2java.aot.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wasm2java.aot.WasmBytes;

/** A module that is put together section by section. */
final class SectionBytes {
  /** Sections by their place in a module: the tag section is before that of globals. */
  enum Section {
    TYPE(1),
    IMPORT(2),
    FUNCTION(3),
    TABLE(4),
    MEMORY(5),
    TAG(13),
    GLOBAL(6),
    EXPORT(7),
    START(8),
    ELEMENT(9),
    DATA_COUNT(12),
    CODE(10),
    DATA(11);

    private final int id;

    Section(int id) {
      this.id = id;
    }
  }

  /** Kinds of imports and exports. */
  enum Kind {
    FUNCTION,
    TABLE,
    MEMORY,
    GLOBAL,
    TAG
  }

  static final int I32 = 0x7F;
  static final int FUNCREF = 0x70;
  static final int EXTERNREF = 0x6F;
  static final int END = 0x0B;

  private final SortedMap<Section, List<WasmBytes>> sections = new TreeMap<>();
  private int importedFunctions;

  /** Adds an entry; returns its number in the section. */
  int add(Section section, WasmBytes entry) {
    List<WasmBytes> entries = sections.computeIfAbsent(section, key -> new ArrayList<>());
    entries.add(entry);
    return entries.size() - 1;
  }

  static WasmBytes bytes() {
    return new WasmBytes();
  }

  /** A constant expression of an i32. */
  static WasmBytes i32(int value) {
    return bytes().u8(0x41).signed(value).u8(END);
  }

  /** Adds a function type. */
  int type(int[] parameters, int... results) {
    WasmBytes type = bytes().u8(0x60).u32(parameters.length).u8(parameters);
    return add(Section.TYPE, type.u32(results.length).u8(results));
  }

  /** Adds an import, whose description follows the kind. */
  void imported(String module, String field, Kind kind, WasmBytes description) {
    add(Section.IMPORT, bytes().name(module).name(field).u8(kind.ordinal()).append(description));
    if (kind == Kind.FUNCTION) {
      importedFunctions++;
    }
  }

  /** Adds a function without locals; returns its index. */
  int function(int type, WasmBytes code) {
    add(Section.CODE, bytes().sized(bytes().u32(0).append(code).u8(END)));
    return importedFunctions + add(Section.FUNCTION, bytes().u32(type));
  }

  void export(String name, Kind kind, int index) {
    add(Section.EXPORT, bytes().name(name).u8(kind.ordinal()).u32(index));
  }

  byte[] toByteArray() {
    WasmBytes module = bytes().u8(0, 'a', 's', 'm', 1, 0, 0, 0);
    sections.forEach(
        (section, entries) -> {
          WasmBytes content = bytes();
          if (section != Section.START && section != Section.DATA_COUNT) {
            content.u32(entries.size());
          }
          entries.forEach(content::append);
          module.u8(section.id).sized(content);
        });
    return module.toByteArray();
  }
}
