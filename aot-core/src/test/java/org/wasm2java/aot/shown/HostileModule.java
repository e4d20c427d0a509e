package org.wasm2java.aot.shown;

import static org.assertj.core.api.Assertions.assertThat;

import org.wasm2java.aot.WasmBytes;

/** A module whose every name tries to forge what a terminal, a log or a comment shows. */
final class HostileModule {
  /** What a name that is shown raw puts at the start of a line. */
  static final String FORGED = "FORGED";

  private static final String ATTACK =
      "\n"
          + FORGED
          + "\r"
          + FORGED
          + "\u2028"
          + FORGED
          + "\u0085\u009b2J\u00ad\0\u001b[31m\u001b]0;title\u0007\u202e\u2066\u200b\ufeff\ue000"
          + " */ \\u002a/ <script> {@link x} & @ \" \\";

  private HostileModule() {}

  /** Returns a name with all of that in it. */
  static String name(String what) {
    return what + ATTACK;
  }

  /** Fails if a text shows a name raw. */
  static void assertShown(String text) {
    assertThat(text).contains("\\n" + FORGED).contains("\\u{1b}[31m");
    assertPlain(text);
  }

  /** Fails if a text has anything but lines of plain text, none of which a name began. */
  static void assertPlain(String text) {
    assertThat(text.lines().map(String::strip)).noneMatch(line -> line.startsWith(FORGED));
    assertThat(text.codePoints().filter(c -> c != '\n').boxed())
        .allMatch(c -> c >= ' ' && c < 0x7f, "is plain text");
  }

  /**
   * Returns a module of hostile names.
   *
   * @param importType the index of the imported function's type: 0 is [] -> [], 1 is [i32] -> []
   * @param body the code of its exported function
   */
  static byte[] of(int importType, WasmBytes body) {
    WasmBytes module = new WasmBytes().u8(0, 'a', 's', 'm', 1, 0, 0, 0);
    section(module, 1, new WasmBytes().u32(2).u8(0x60, 0, 0).u8(0x60, 1, 0x7F, 0));
    WasmBytes imported = new WasmBytes().name(name("module")).name(name("field")).u8(0);
    section(module, 2, new WasmBytes().u32(1).append(imported.u32(importType)));
    section(module, 3, new WasmBytes().u32(2).u32(0).u32(1));
    section(module, 5, new WasmBytes().u32(1).u8(0, 1));
    section(
        module,
        7,
        new WasmBytes()
            .u32(2)
            .append(new WasmBytes().name(name("export")).u8(0).u32(1))
            .append(new WasmBytes().name(name("export2")).u8(0).u32(2)));
    WasmBytes first = new WasmBytes().u32(0).append(body).u8(0x0B);
    WasmBytes second = new WasmBytes().u32(1).u32(1).u8(0x7E, 0x20, 0, 0x1A, 0x0B);
    section(module, 10, new WasmBytes().u32(2).sized(first).sized(second));
    WasmBytes names = new WasmBytes().name("name");
    names.u8(0).sized(new WasmBytes().name(name("self")));
    WasmBytes functions = new WasmBytes().u32(3);
    for (int i = 0; i < 3; i++) {
      functions.u32(i).name(name("function" + i));
    }
    names.u8(1).sized(functions);
    WasmBytes locals = new WasmBytes().u32(1).u32(2).u32(2);
    locals.u32(0).name(name("parameter")).u32(1).name(name("local"));
    names.u8(2).sized(locals);
    section(module, 0, names);
    section(module, 0, new WasmBytes().name(name("custom")).u8(1, 2, 3));
    return module.toByteArray();
  }

  private static void section(WasmBytes module, int id, WasmBytes content) {
    module.u8(id).sized(content);
  }
}
