package org.wasm2java.aot.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wasm2java.aot.WasmBytes;

/** A module that is put together in memory: types, imports, functions, a table, exports. */
final class ModuleBytes {
  private final List<WasmBytes> types = new ArrayList<>();
  private final List<WasmBytes> imports = new ArrayList<>();
  private final List<Integer> functionTypes = new ArrayList<>();
  private final List<WasmBytes> bodies = new ArrayList<>();
  private final Map<String, Integer> exports = new TreeMap<>();
  private boolean memory;
  private int tableSize;

  /** Adds a type of so many parameters and results; returns its index. */
  int type(String parameters, String results) {
    WasmBytes type = new WasmBytes().u8(0x60);
    types(type, parameters);
    types(type, results);
    types.add(type);
    return types.size() - 1;
  }

  /** Types as one letter each: i, l, f, d. */
  private static void types(WasmBytes bytes, String letters) {
    bytes.u32(letters.length());
    letters.chars().forEach(letter -> bytes.u8(code((char) letter)));
  }

  private static int code(char letter) {
    return switch (letter) {
      case 'i' -> 0x7F;
      case 'l' -> 0x7E;
      case 'f' -> 0x7D;
      case 'd' -> 0x7C;
      default -> throw new IllegalArgumentException("no type " + letter);
    };
  }

  /** Imports a function; returns its index. */
  int imported(String field, int type) {
    imports.add(new WasmBytes().name("env").name(field).u8(0).u32(type));
    return imports.size() - 1;
  }

  /** Adds a function with declared locals, as one letter each; returns its index. */
  int function(int type, String locals, WasmBytes code) {
    WasmBytes body = new WasmBytes();
    List<String> runs = runs(locals);
    body.u32(runs.size());
    runs.forEach(run -> body.u32(run.length()).u8(code(run.charAt(0))));
    bodies.add(body.append(code).u8(0x0B));
    functionTypes.add(type);
    return imports.size() + bodies.size() - 1;
  }

  private static List<String> runs(String locals) {
    List<String> runs = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= locals.length(); i++) {
      if (i == locals.length() || locals.charAt(i) != locals.charAt(start)) {
        runs.add(locals.substring(start, i));
        start = i;
      }
    }
    return runs;
  }

  ModuleBytes export(String name, int function) {
    exports.put(name, function);
    return this;
  }

  /** Gives the module a memory of one page. */
  ModuleBytes withMemory() {
    memory = true;
    return this;
  }

  /** Gives the module a table that holds its first functions. */
  ModuleBytes withTable(int size) {
    tableSize = size;
    return this;
  }

  byte[] toByteArray() {
    WasmBytes module = new WasmBytes().u8(0, 'a', 's', 'm', 1, 0, 0, 0);
    section(module, 1, types);
    section(module, 2, imports);
    section(module, 3, functionTypes.stream().map(type -> new WasmBytes().u32(type)).toList());
    if (tableSize > 0) {
      section(module, 4, List.of(new WasmBytes().u8(0x70, 0).u32(tableSize)));
    }
    if (memory) {
      section(module, 5, List.of(new WasmBytes().u8(0, 1)));
    }
    List<WasmBytes> exported = new ArrayList<>();
    exports.forEach((name, index) -> exported.add(new WasmBytes().name(name).u8(0).u32(index)));
    section(module, 7, exported);
    if (tableSize > 0) {
      WasmBytes segment = new WasmBytes().u8(0, 0x41, 0, 0x0B).u32(tableSize);
      for (int i = 0; i < tableSize; i++) {
        segment.u32(i);
      }
      section(module, 9, List.of(segment));
    }
    section(module, 10, bodies.stream().map(body -> new WasmBytes().sized(body)).toList());
    return module.toByteArray();
  }

  private static void section(WasmBytes module, int id, List<WasmBytes> entries) {
    if (!entries.isEmpty()) {
      WasmBytes content = new WasmBytes().u32(entries.size());
      entries.forEach(content::append);
      module.u8(id).sized(content);
    }
  }
}
