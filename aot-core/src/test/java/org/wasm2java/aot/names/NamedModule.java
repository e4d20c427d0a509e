package org.wasm2java.aot.names;

import java.util.ArrayList;
import java.util.List;
import org.wasm2java.aot.CompiledModule;
import org.wasm2java.aot.GeneratedClasses;
import org.wasm2java.aot.WasmBytes;
import org.wasm2java.runtime.Global;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.WasmFunction;
import org.wasm2java.runtime.host.HostFunction;
import org.wasm2java.runtime.type.FunctionType;
import org.wasm2java.runtime.type.ValueType;

/**
 * A module in which everything that has a name is called by given words: for each word it imports
 * the function of this name from the module of this name, and a global; a function calls it with a
 * parameter, a local and a name of the name section that are words too; for -1 it calls itself with
 * 0 through a table. Exports are such functions, globals, memories and tables by turns.
 *
 * @param words the names
 * @param turn which of the four kinds the first export is
 */
record NamedModule(List<String> words, int turn) {
  private static final int FUNCTION = 0;
  private static final int TABLE = 1;
  private static final int MEMORY = 2;
  private static final int GLOBAL = 3;
  private static final int KINDS = 4;

  NamedModule {
    words = List.copyOf(words);
  }

  private int kind(int word) {
    return (word + turn) % KINDS;
  }

  /** Whether the imported function of a word has a second result, and so a record of results. */
  private static boolean gives2(int word) {
    return word % 2 == 1;
  }

  byte[] wasm() {
    WasmBytes module = new WasmBytes().u8(0, 'a', 's', 'm', 1, 0, 0, 0);
    section(
        module,
        1,
        List.of(
            new WasmBytes().u8(0x60, 1, 0x7F, 1, 0x7F),
            new WasmBytes().u8(0x60, 1, 0x7F, 2, 0x7F, 0x7E)));
    section(module, 2, imports());
    section(module, 3, each(word -> new WasmBytes().u32(0)));
    section(module, 4, List.of(new WasmBytes().u8(0x70, 0).u32(words.size())));
    section(module, 5, List.of(new WasmBytes().u8(0, 1)));
    section(module, 7, each(this::export));
    WasmBytes segment = new WasmBytes().u8(0, 0x41, 0, 0x0B).u32(words.size());
    for (int i = 0; i < words.size(); i++) {
      segment.u32(words.size() + i);
    }
    section(module, 9, List.of(segment));
    section(module, 12, List.of(), 1);
    section(module, 10, each(this::body));
    section(module, 11, List.of(new WasmBytes().u8(1).name("data")));
    return module.u8(0).sized(new WasmBytes().name("name").append(names())).toByteArray();
  }

  /** Runs every exported function and compares what it gives. */
  void run(CompiledModule compiled) {
    Store store = new Store();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      int added = i;
      FunctionType type = FunctionType.of("i32", gives2(i) ? "i32 i64" : "i32");
      store.define(word, word, HostFunction.boxed(type, given -> results(added, given)));
      store.define(word, "global " + word, Global.create(ValueType.I32, false, 1000 * i));
    }
    Instance instance = GeneratedClasses.of(compiled).instantiate(store);
    for (int i = 0; i < words.size(); i++) {
      if (kind(i) == FUNCTION) {
        WasmFunction function = instance.exportedFunction(words.get(i));
        List<Object> found = List.of(function.call(5)[0], function.call(-1)[0]);
        if (!found.equals(List.of(5 + i + 1000 * i + 6, i + 1000 * i + 1))) {
          throw new AssertionError(words.get(i) + " gives " + found);
        }
      } else if (instance.export(words.get(i)) == null) {
        throw new AssertionError(words.get(i) + " is not exported");
      }
    }
  }

  private static Object[] results(int word, Object... given) {
    int first = (int) given[0] + word;
    return gives2(word) ? new Object[] {first, 7L} : new Object[] {first};
  }

  private interface Entry {
    WasmBytes of(int word);
  }

  private List<WasmBytes> each(Entry entry) {
    List<WasmBytes> entries = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      entries.add(entry.of(i));
    }
    return entries;
  }

  private static void section(WasmBytes module, int id, List<WasmBytes> entries) {
    section(module, id, entries, entries.size());
  }

  private static void section(WasmBytes module, int id, List<WasmBytes> entries, int count) {
    WasmBytes content = new WasmBytes().u32(count);
    entries.forEach(content::append);
    module.u8(id).sized(content);
  }

  private List<WasmBytes> imports() {
    List<WasmBytes> imports =
        each(
            word -> {
              String name = words.get(word);
              return new WasmBytes().name(name).name(name).u8(0).u32(gives2(word) ? 1 : 0);
            });
    imports.addAll(
        each(
            word -> {
              String name = words.get(word);
              return new WasmBytes().name(name).name("global " + name).u8(3, 0x7F, 0);
            }));
    return imports;
  }

  private WasmBytes export(int word) {
    int index =
        switch (kind(word)) {
          case FUNCTION -> words.size() + word;
          case GLOBAL -> word;
          default -> 0;
        };
    return new WasmBytes().name(words.get(word)).u8(kind(word)).u32(index);
  }

  /** {@code local = p + 1; import(p) + global + memory[local] + local}, and a dropped segment. */
  private WasmBytes body(int word) {
    WasmBytes code = new WasmBytes().u8(1, 1, 0x7F);
    code.u8(0x20, 0, 0x41, 1, 0x6A, 0x21, 1);
    code.u8(0x20, 0, 0x41, 0x7F, 0x46, 0x04, 0x40);
    code.u8(0x20, 1, 0x41).signed(word).u8(0x11, 0, 0, 0x0F, 0x0B);
    code.u8(0x20, 0, 0x10).u32(word);
    if (gives2(word)) {
      code.u8(0x1A);
    }
    code.u8(0x23).u32(word).u8(0x6A);
    code.u8(0x20, 1, 0x28, 2, 0, 0x6A);
    code.u8(0x20, 1, 0x6A);
    code.u8(0xFC, 9, 0);
    return new WasmBytes().sized(code.u8(0x0B));
  }

  private WasmBytes names() {
    WasmBytes functions = new WasmBytes().u32(2L * words.size());
    WasmBytes locals = new WasmBytes().u32(words.size());
    WasmBytes globals = new WasmBytes().u32(words.size());
    for (int i = 0; i < 2 * words.size(); i++) {
      functions.u32(i).name(words.get(i % words.size()));
    }
    for (int i = 0; i < words.size(); i++) {
      locals.u32(words.size() + i).u32(2).u32(0).name(words.get(i));
      locals.u32(1).name(words.get((i + 1) % words.size()));
      globals.u32(i).name(words.get(i));
    }
    WasmBytes all = new WasmBytes().u8(1).sized(functions).u8(2).sized(locals);
    return all.u8(7).sized(globals);
  }
}
