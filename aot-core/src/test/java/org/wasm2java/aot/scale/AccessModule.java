package org.wasm2java.aot.scale;

import org.wasm2java.aot.WasmBytes;

/**
 * A module whose functions are full of loads and stores, in the surroundings that decide what the
 * generated code makes of them. Each exported function takes a number of rounds.
 */
final class AccessModule {
  private static final int EMPTY = 0x40;
  private static final int LOOP = 0x03;
  private static final int IF = 0x04;
  private static final int END = 0x0B;
  private static final int BR_IF = 0x0D;
  private static final int CALL = 0x10;
  private static final int GET = 0x20;
  private static final int SET = 0x21;
  private static final int TEE = 0x22;
  private static final int I32 = 0x41;
  private static final int ADD = 0x6A;
  private static final int SUB = 0x6B;
  private static final int ROUNDS = 0;
  private static final int SUM = 1;
  private static final int COUNT = 2;
  private static final int INNER_COUNT = 3;
  private static final int ADDRESS = 4;
  private static final int FIRST_LIVE = 5;
  private static final int LIVE = 20;

  private final ModuleBytes module = new ModuleBytes().withMemory();
  private final int type = module.type("i", "i");
  private final int leaf = add("leaf", loads(code(), 1));

  private static WasmBytes code() {
    return new WasmBytes();
  }

  private int add(String name, WasmBytes code) {
    WasmBytes body = code().u8(GET, ROUNDS, I32).signed(0xFF).u8(0x71, SET, ADDRESS);
    body.append(code).u8(GET, SUM);
    int function = module.function(type, "i".repeat(FIRST_LIVE + LIVE), body);
    module.export(name, function);
    return function;
  }

  /** Returns the module, whose functions have so many accesses each. */
  static byte[] of(int accesses) {
    AccessModule made = new AccessModule();
    made.add("straight", loads(code(), accesses));
    made.add("stores", stores(code(), accesses));
    made.add("tight", loop(loads(code(), accesses)));
    made.add("calling", loop(made.call(loads(code(), accesses))));
    made.add("between", loop(made.callsBetween(accesses)));
    made.add("branches", loop(branches(accesses)));
    made.add("nested", nested(accesses));
    made.add("cases", loop(cases(accesses)));
    return made.module.toByteArray();
  }

  /** Loads of all widths, at different offsets, whose values are added up in a live local. */
  private static WasmBytes loads(WasmBytes code, int count) {
    for (int i = 0; i < count; i++) {
      code.u8(GET, SUM, GET, ADDRESS);
      switch (i % 4) {
        case 0 -> code.u8(0x28, 2).u32(i * 8L);
        case 1 -> code.u8(0x29, 3).u32(i * 8L).u8(0xA7);
        case 2 -> code.u8(0x2F, 1).u32(i * 8L);
        default -> code.u8(0x2B, 3).u32(i * 8L).u8(0xFC, 2);
      }
      code.u8(ADD, TEE, SUM, SET, FIRST_LIVE + i % LIVE);
    }
    return code;
  }

  private static WasmBytes stores(WasmBytes code, int count) {
    for (int i = 0; i < count; i++) {
      code.u8(GET, ADDRESS, GET, SUM, 0x36, 2).u32(i * 4L);
      code.u8(GET, SUM, I32).signed(i).u8(ADD, SET, SUM);
    }
    return code;
  }

  /** Runs code as often as the parameter says. */
  private static WasmBytes loop(WasmBytes body) {
    return loop(code().u8(GET, ROUNDS), COUNT, body);
  }

  private static WasmBytes loop(WasmBytes rounds, int counter, WasmBytes body) {
    WasmBytes code = rounds.u8(SET, counter, LOOP, EMPTY).append(body);
    code.u8(GET, counter, I32, 1, SUB, TEE, counter);
    return code.u8(I32, 0, 0x4A, BR_IF, 0, END);
  }

  private WasmBytes call(WasmBytes code) {
    return code.u8(GET, SUM, I32, 0, CALL).u32(leaf).u8(ADD, SET, SUM);
  }

  private WasmBytes callsBetween(int count) {
    WasmBytes code = code();
    for (int i = 0; i < count; i += 4) {
      call(loads(code, 4));
    }
    return code;
  }

  private static WasmBytes branches(int count) {
    WasmBytes code = code();
    for (int i = 0; i < count; i += 2) {
      code.u8(GET, SUM, I32).signed(1 << i % 30).u8(0x71, IF, EMPTY);
      loads(code, 2).u8(END);
    }
    return code;
  }

  private static WasmBytes nested(int count) {
    WasmBytes code = code();
    for (int i = 0; i < count; i += 8) {
      code.append(loop(code().u8(I32, 2), INNER_COUNT, loads(code(), 8)));
    }
    return loop(code);
  }

  /** A switch over the sum, in whose cases the accesses are. */
  private static WasmBytes cases(int count) {
    int cases = count / 8;
    WasmBytes code = code();
    for (int i = 0; i <= cases; i++) {
      code.u8(0x02, EMPTY);
    }
    code.u8(GET, SUM, I32).signed(0x3F).u8(0x71, 0x0E).u32(cases);
    for (int i = 0; i <= cases; i++) {
      code.u32(i);
    }
    code.u8(END);
    for (int i = 0; i < cases; i++) {
      stores(loads(code, 4), 4).u8(0x0C).u32(cases - 1 - i).u8(END);
    }
    return code;
  }
}
