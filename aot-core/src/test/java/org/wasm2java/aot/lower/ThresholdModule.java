package org.wasm2java.aot.lower;

import java.util.ArrayList;
import java.util.List;
import org.wasm2java.aot.WasmBytes;

/**
 * A module of two functions for each consumer: {@code inline} gives it an expression, {@code named}
 * the value of the same expression out of a local.
 *
 * <p>Both are exported by name and number, next to the memory, a table and a global that consumers
 * change. The functions of the module and its imports put down what they are called with.
 */
final class ThresholdModule {
  static final int NOTE = 0;
  static final int VOID = 2;
  static final int ONE = 3;
  static final int TWO = 4;
  static final int VOID3 = 5;
  static final int TABLE = 3;
  private static final int FIRST = 6;
  private static final int ELEMENTS = 400;
  private static final int DATA = 400;
  private static final int[] IN_TABLES = {VOID, ONE, TWO};
  private static final int[] RECORD = {0x23, 0, 0x41, 31, 0x6C, 0x20, 0, 0x6A, 0x24, 0};

  private final WasmBytes expression;
  private final List<Consumer> consumers;

  ThresholdModule(WasmBytes expression, List<Consumer> consumers) {
    this.expression = expression;
    this.consumers = consumers;
  }

  byte[] bytes() {
    WasmBytes module = new WasmBytes().u8(0, 'a', 's', 'm', 1, 0, 0, 0);
    module.u8(1).sized(types());
    WasmBytes imports = new WasmBytes().u8(2).name("env").name("note").u8(0, 1);
    module.u8(2).sized(imports.name("env").name("twice").u8(0, 2));
    List<WasmBytes> bodies = bodies();
    module.u8(3).sized(functions(bodies.size()));
    module.u8(4).sized(tables());
    module.u8(5).sized(new WasmBytes().u8(1, 0, 2));
    module.u8(6).sized(new WasmBytes().u8(1, 0x7F, 1, 0x41, 2, 0x0B));
    module.u8(7).sized(exports());
    module.u8(9).sized(elements());
    module.u8(12).sized(new WasmBytes().u8(2));
    WasmBytes code = new WasmBytes().u32(bodies.size());
    bodies.forEach(code::sized);
    module.u8(10).sized(code);
    WasmBytes data = new WasmBytes().u8(2, 0, 0x41, 0, 0x0B).u32(DATA);
    bytes(data);
    bytes(data.u8(1).u32(DATA));
    return module.u8(11).sized(data).toByteArray();
  }

  private static void bytes(WasmBytes to) {
    for (int i = 0; i < DATA; i++) {
      to.u8(i % 7 + 1);
    }
  }

  private static WasmBytes types() {
    return new WasmBytes()
        .u8(6)
        .u8(0x60, 2, 0x7F, 0x7F, 1, 0x7F)
        .u8(0x60, 1, 0x7F, 0)
        .u8(0x60, 1, 0x7F, 1, 0x7F)
        .u8(0x60, 1, 0x7F, 2, 0x7F, 0x7F)
        .u8(0x60, 3, 0x7F, 0x7F, 0x7F, 0)
        .u8(0x60, 0, 0);
  }

  private static WasmBytes functions(int count) {
    WasmBytes functions = new WasmBytes().u32(count).u8(1, 2, 3, 4);
    for (int i = 4; i < count; i++) {
      functions.u8(0);
    }
    return functions;
  }

  private static WasmBytes tables() {
    WasmBytes tables = new WasmBytes().u8(4);
    for (int i = 0; i < 4; i++) {
      tables.u8(0x70, 0).u32(ELEMENTS);
    }
    return tables;
  }

  private WasmBytes exports() {
    WasmBytes exports = new WasmBytes().u32(3 + 2L * consumers.size());
    exports.name("memory").u8(2, 0).name("table").u8(1, TABLE).name("global").u8(3, 0);
    for (int i = 0; i < consumers.size(); i++) {
      exports.name("inline" + i).u8(0).u32(FIRST + 2L * i);
      exports.name("named" + i).u8(0).u32(FIRST + 2L * i + 1);
    }
    return exports;
  }

  /** Each of three tables is full of one function; the fourth is empty and has a segment. */
  private static WasmBytes elements() {
    WasmBytes elements = new WasmBytes().u8(4);
    for (int table = 0; table < IN_TABLES.length; table++) {
      repeat(elements.u8(2, table, 0x41, 0, 0x0B, 0), IN_TABLES[table]);
    }
    repeat(elements.u8(1, 0), VOID);
    return elements;
  }

  private static void repeat(WasmBytes to, int function) {
    to.u32(ELEMENTS);
    for (int i = 0; i < ELEMENTS; i++) {
      to.u32(function);
    }
  }

  private List<WasmBytes> bodies() {
    List<WasmBytes> bodies = new ArrayList<>();
    bodies.add(body().u8(0x0B));
    bodies.add(body().u8(0x20, 0, 0x41, 1, 0x6A, 0x0B));
    bodies.add(body().u8(0x20, 0, 0x20, 0, 0x41, 2, 0x6A, 0x0B));
    bodies.add(body().u8(0x20, 1, 0x10, VOID, 0x20, 2, 0x10, VOID, 0x0B));
    for (Consumer consumer : consumers) {
      bodies.add(function(new WasmBytes(), expression, consumer));
      WasmBytes before = new WasmBytes().append(expression).u8(0x21, 2);
      bodies.add(function(before, new WasmBytes().u8(0x20, 2), consumer));
    }
    return bodies;
  }

  private static WasmBytes body() {
    return new WasmBytes().u8(0).u8(RECORD);
  }

  private static WasmBytes function(WasmBytes before, WasmBytes operand, Consumer consumer) {
    WasmBytes body = new WasmBytes().u8(1, 1, 0x7F).append(before);
    return body.append(consumer.code().apply(operand)).u8(0x0B);
  }
}
