package org.wasm2java.aot.scale;

import java.util.Random;
import org.wasm2java.aot.WasmBytes;

/** Modules that are large in one respect; each exports {@code run}. */
final class LargeModules {
  private static final int BLOCK = 0x02;
  private static final int LOOP = 0x03;
  private static final int IF = 0x04;
  private static final int ELSE = 0x05;
  private static final int END = 0x0B;
  private static final int EMPTY = 0x40;
  private static final int BR = 0x0C;
  private static final int BR_IF = 0x0D;
  private static final int BR_TABLE = 0x0E;
  private static final int CALL = 0x10;
  private static final int GET = 0x20;
  private static final int SET = 0x21;
  private static final int I32 = 0x41;
  private static final int ADD = 0x6A;
  private static final int SUB = 0x6B;
  private static final int MUL = 0x6C;
  private static final int XOR = 0x73;
  private static final int[] ADDS = {0x6A, 0x7C, 0x92, 0xA0};
  private static final int[] FROM_I32 = {0x01, 0xAC, 0xB2, 0xB7};
  private static final int[] TO_I64 = {0xAC, 0x01, 0xAE, 0xB0};
  private static final String TYPES = "ilfd";

  private LargeModules() {}

  private static WasmBytes code() {
    return new WasmBytes();
  }

  private static byte[] runs(ModuleBytes module, int function) {
    return module.export("run", function).toByteArray();
  }

  private static WasmBytes i32(WasmBytes code, long value) {
    return code.u8(I32).signed((int) value);
  }

  /** {@code x}: local i becomes x + i, in all four types; returns the sum, all live at once. */
  static byte[] locals(int count) {
    ModuleBytes module = new ModuleBytes();
    WasmBytes code = code();
    for (int i = 0; i < count; i++) {
      code.u8(GET).u32(0);
      i32(code, i).u8(ADD, FROM_I32[i % 4]).u8(SET).u32(i + 1);
    }
    code.u8(0x42, 0);
    for (int i = 0; i < count; i++) {
      code.u8(GET).u32(i + 1).u8(TO_I64[i % 4], ADDS[1]);
    }
    String locals = TYPES.repeat(count / 4 + 1).substring(0, count);
    return runs(module, module.function(module.type("i", "l"), locals, code));
  }

  /** {@code x}: jumps by a table of entries to one of few labels; label k gives 1000 + k. */
  static byte[] branchTable(int entries, int labels) {
    ModuleBytes module = new ModuleBytes();
    WasmBytes code = code();
    code.u8(BLOCK, EMPTY);
    for (int i = 0; i < labels; i++) {
      code.u8(BLOCK, EMPTY);
    }
    code.u8(GET, 0, BR_TABLE).u32(entries);
    for (int i = 0; i < entries; i++) {
      code.u32(i % labels);
    }
    code.u32(labels).u8(END);
    for (int i = 0; i < labels; i++) {
      i32(code, 1000 + i).u8(SET, 1).u8(BR).u32(labels - 1 - i).u8(END);
    }
    code.u8(GET, 1);
    return runs(module, module.function(module.type("i", "i"), "i", code));
  }

  /** {@code x}: enters a chain of cases at x, each changing the value; falls through all others. */
  static byte[] fallThrough(int labels) {
    ModuleBytes module = new ModuleBytes();
    WasmBytes code = code();
    for (int i = 0; i <= labels; i++) {
      code.u8(BLOCK, EMPTY);
    }
    code.u8(GET, 0, BR_TABLE).u32(labels);
    for (int i = 0; i < labels; i++) {
      code.u32(i);
    }
    code.u32(labels).u8(END);
    for (int i = 0; i < labels; i++) {
      i32(code.u8(GET, 1), 31).u8(MUL);
      i32(code, i).u8(ADD).u8(SET, 1, END);
    }
    code.u8(GET, 1);
    return runs(module, module.function(module.type("i", "i"), "i", code));
  }

  /** {@code x}: looks x up in so many constant vectors, see {@link #vectorByte}. */
  static byte[] swizzles(int count) {
    ModuleBytes module = new ModuleBytes();
    WasmBytes code = code();
    for (int i = 0; i < count; i++) {
      i32(code.u8(GET, 1), 31).u8(MUL, 0xFD, 0x0C);
      for (int lane = 0; lane < 16; lane++) {
        code.u8(vectorByte(i, lane));
      }
      code.u8(GET, 0, 0xFD, 0x0F, 0xFD, 0x0E, 0xFD, 0x16, 5, ADD, SET, 1);
    }
    code.u8(GET, 1);
    return runs(module, module.function(module.type("i", "i"), "i", code));
  }

  /** Returns a byte of one of the vectors of {@link #swizzles}. */
  static int vectorByte(int vector, int lane) {
    return vector + 7 * lane + (vector >>> 8) * (lane + 1) & 0xFF;
  }

  /** Operations with memory and control until there are so many bytes. */
  static byte[] body(int bytes, long seed) {
    Random random = new Random(seed);
    ModuleBytes module = new ModuleBytes().withMemory();
    WasmBytes code = code();
    while (code.size() < bytes) {
      step(code, random);
    }
    code.u8(GET, 1);
    return runs(module, module.function(module.type("i", "i"), "iiii", code));
  }

  /** One step of {@link #body}; {@link #steps} does the same in Java. */
  private static void step(WasmBytes code, Random random) {
    int number = random.nextInt();
    switch (random.nextInt(6)) {
      case 0 -> i32(code.u8(GET, 1), number).u8(MUL).u8(GET, 0, ADD, SET, 1);
      case 1 -> {
        i32(code.u8(GET, 1), 1).u8(0x71, IF, EMPTY);
        i32(code.u8(GET, 1), number).u8(XOR, SET, 1, ELSE, GET, 1, GET, 0, SUB, SET, 1, END);
      }
      case 2 -> i32(code, (number & 0x3FFF) * 4L).u8(GET, 1, 0x36, 2, 0);
      case 3 -> i32(code.u8(GET, 1), (number & 0x3FFF) * 4L).u8(0x28, 2, 0, ADD, SET, 1);
      case 4 -> {
        i32(code, number & 3).u8(SET, 2, LOOP, EMPTY);
        i32(code.u8(GET, 1), 3).u8(MUL).u8(GET, 2, ADD, SET, 1);
        i32(code.u8(GET, 2), 1).u8(SUB, 0x22, 2);
        i32(code, 0).u8(0x4A, BR_IF, 0, END);
      }
      default -> {
        code.u8(BLOCK, EMPTY, GET, 1);
        i32(code, 0).u8(0x48, BR_IF, 0);
        i32(code.u8(GET, 1), number).u8(ADD, SET, 1, END);
      }
    }
  }

  /** What {@link #body} computes. */
  static int steps(int bytes, long seed, int x) {
    Random random = new Random(seed);
    WasmBytes code = code();
    int[] memory = new int[0x4000];
    int value = 0;
    while (code.size() < bytes) {
      int number = random.nextInt();
      int kind = random.nextInt(6);
      value = step(kind, number, value, x, memory);
      size(code, kind, number);
    }
    return value;
  }

  private static void size(WasmBytes code, int kind, int number) {
    step(
        code,
        new Random() {
          private static final long serialVersionUID = 1L;

          @Override
          public int nextInt() {
            return number;
          }

          @Override
          public int nextInt(int bound) {
            return kind;
          }
        });
  }

  private static int step(int kind, int number, int value, int x, int[] memory) {
    return switch (kind) {
      case 0 -> value * number + x;
      case 1 -> (value & 1) != 0 ? value ^ number : value - x;
      case 2 -> {
        memory[number & 0x3FFF] = value;
        yield value;
      }
      case 3 -> value + memory[number & 0x3FFF];
      case 4 -> {
        int result = value;
        int left = number & 3;
        do {
          result = result * 3 + left;
          left--;
        } while (left > 0);
        yield result;
      }
      default -> value < 0 ? value : value + number;
    };
  }

  /**
   * {@code x}: constructs of three forms in each other; behind each the value changes, and from the
   * innermost there is a way out to every block.
   */
  static byte[] nested(int levels) {
    ModuleBytes module = new ModuleBytes();
    WasmBytes code = code();
    for (int i = 0; i < levels; i++) {
      switch (i % 3) {
        case 0 -> code.u8(BLOCK, EMPTY);
        case 1 -> code.u8(LOOP, EMPTY);
        default -> i32(code.u8(GET, 0), -1 - i).u8(0x47, IF, EMPTY);
      }
    }
    for (int i = (levels - 1) / 3 * 3; i >= 0; i -= 3) {
      i32(code.u8(GET, 0), i).u8(0x46, BR_IF).u32(levels - 1 - i);
    }
    for (int i = levels - 1; i >= 0; i--) {
      i32(code.u8(GET, 1), 31).u8(MUL);
      i32(code, i).u8(ADD).u8(SET, 1, END);
    }
    code.u8(GET, 1);
    return runs(module, module.function(module.type("i", "i"), "i", code));
  }

  /** What {@link #nested} computes. */
  static int nestedResult(int levels, int x) {
    boolean out = x >= 0 && x < levels && x % 3 == 0;
    int value = 0;
    for (int i = out ? x - 1 : levels - 1; i >= 0; i--) {
      value = value * 31 + i;
    }
    return value;
  }

  /** {@code x - (x - (x - …))} or {@code ((x - 1) - 2) - …}, so many operators deep. */
  static byte[] expression(int depth, boolean left) {
    ModuleBytes module = new ModuleBytes();
    WasmBytes code = code();
    for (int i = 0; i <= depth; i++) {
      if (left && i > 0) {
        i32(code, i).u8(SUB);
      } else {
        code.u8(GET, 0);
      }
    }
    for (int i = 0; i < depth && !left; i++) {
      code.u8(SUB);
    }
    return runs(module, module.function(module.type("i", "i"), "", code));
  }

  static String types(int count) {
    return TYPES.repeat(count / 4 + 1).substring(0, count);
  }

  /**
   * {@code weigh} sums i times its parameter i; {@code direct}, {@code indirect} and {@code host}
   * call it and an import of its type with x + i, converted to the types of the parameters.
   */
  static byte[] parameters(int count) {
    return parameters(count, 3);
  }

  /** The same with arguments of about so many nodes. */
  static byte[] parameters(int count, int nodes) {
    ModuleBytes module = new ModuleBytes().withTable(2);
    String types = types(count);
    int type = module.type(types, "l");
    int host = module.imported("weigh", type);
    WasmBytes weigh = code().u8(0x42, 0);
    for (int i = 0; i < count; i++) {
      weigh.u8(GET).u32(i).u8(TO_I64[i % 4], 0x42).signed(i).u8(0x7E, ADDS[1]);
    }
    int own = module.function(type, "", weigh);
    int caller = module.type("i", "l");
    WasmBytes arguments = code();
    for (int i = 0; i < count; i++) {
      i32(arguments.u8(GET, 0), i).u8(ADD);
      for (int more = 3; more + 8 <= nodes; more += 8) {
        arguments.u8(GET, 0, ADD, GET, 0, XOR, GET, 0, XOR, GET, 0, SUB);
      }
      arguments.u8(FROM_I32[i % 4]);
    }
    WasmBytes indirect = code().append(arguments);
    i32(indirect, 1).u8(0x11).u32(type).u8(0);
    WasmBytes indirectHost = code().append(arguments);
    i32(indirectHost, 0).u8(0x11).u32(type).u8(0);
    module.export("weigh", own);
    module.export("direct", module.function(caller, "", code().append(arguments).u8(CALL, own)));
    module.export("host", module.function(caller, "", code().append(arguments).u8(CALL, host)));
    module.export("indirect", module.function(caller, "", indirect));
    module.export("indirectHost", module.function(caller, "", indirectHost));
    return module.toByteArray();
  }

  /**
   * {@code many} returns x + i for every i, converted to the types of the results; {@code direct},
   * {@code indirect} and {@code host} call it and an import of its type and add all up.
   */
  static byte[] results(int count) {
    ModuleBytes module = new ModuleBytes().withTable(2);
    int type = module.type("i", types(count));
    int host = module.imported("many", type);
    WasmBytes many = code();
    for (int i = 0; i < count; i++) {
      i32(many.u8(GET, 0), i).u8(ADD, FROM_I32[i % 4]);
    }
    int own = module.function(type, "", many);
    module.export("many", own);
    int caller = module.type("i", "l");
    WasmBytes sum = code();
    for (int i = count - 1; i >= 0; i--) {
      sum.u8(TO_I64[i % 4], GET, 1, ADDS[1], SET, 1);
    }
    sum.u8(GET, 1);
    WasmBytes direct = code().u8(GET, 0, CALL, own).append(sum);
    WasmBytes throughHost = code().u8(GET, 0, CALL, host).append(sum);
    WasmBytes indirect = i32(code().u8(GET, 0), 1).u8(0x11).u32(type).u8(0).append(sum);
    WasmBytes indirectHost = i32(code().u8(GET, 0), 0).u8(0x11).u32(type).u8(0).append(sum);
    module.export("direct", module.function(caller, "l", direct));
    module.export("host", module.function(caller, "l", throughHost));
    module.export("indirect", module.function(caller, "l", indirect));
    module.export("indirectHost", module.function(caller, "l", indirectHost));
    return module.toByteArray();
  }

  /** Many functions, each calling the next two thirds of the time: {@code run} calls the first. */
  static byte[] functions(int count) {
    ModuleBytes module = new ModuleBytes();
    int type = module.type("i", "i");
    for (int i = 0; i < count; i++) {
      WasmBytes code = i32(code().u8(GET, 0), i).u8(XOR);
      if (i % 3 != 2 && i + 1 < count) {
        code.u8(CALL).u32(i + 1);
      }
      module.function(type, "", code);
    }
    for (int i = 0; i < count; i += count / 20) {
      module.export("f" + i, i);
    }
    return runs(module.withTable(count), 0);
  }
}
