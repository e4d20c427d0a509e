package org.wasm2java.aot.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.wasm2java.aot.WasmBytes;

/**
 * Something that takes an i32 from the operand stack.
 *
 * @param name what it is, for messages
 * @param code from the code of the operand to code that takes it and leaves one i32
 */
record Consumer(String name, UnaryOperator<WasmBytes> code) {
  private static final int END = 0x0B;
  private static final int I32 = 0x7F;
  private static final int[] NOTHING = {0x41, 1};
  private static final int[] VALUE = {};
  private static final int[] PAIR = {0x6A};

  /** Returns every place of every instruction that can take an i32. */
  static List<Consumer> all() {
    List<Consumer> all = new ArrayList<>();
    variables(all);
    numbers(all);
    memories(all);
    tables(all);
    calls(all);
    constructs(all);
    branches(all);
    return all;
  }

  private static WasmBytes wasm(int... bytes) {
    return new WasmBytes().u8(bytes);
  }

  /** One consumer for each operand of an instruction; the other operands are small constants. */
  private static void instruction(
      List<Consumer> to, String name, int operands, int[] opcode, int[] behind) {
    for (int place = 0; place < operands; place++) {
      int taken = place;
      to.add(
          new Consumer(
              name + " operand " + place,
              value -> {
                WasmBytes code = new WasmBytes();
                for (int i = 0; i < operands; i++) {
                  code.append(i == taken ? value : wasm(0x41, 11 + 5 * i));
                }
                return code.u8(opcode).u8(behind);
              }));
    }
  }

  private static int[] bytes(int... bytes) {
    return bytes;
  }

  private static void variables(List<Consumer> to) {
    instruction(to, "nothing", 1, VALUE, VALUE);
    instruction(to, "drop", 1, bytes(0x1A), NOTHING);
    instruction(to, "local.set", 1, bytes(0x21, 0), bytes(0x20, 0));
    instruction(to, "local.tee", 1, bytes(0x22, 0), bytes(0x20, 0, 0x6C));
    instruction(to, "global.set", 1, bytes(0x24, 0), NOTHING);
    instruction(to, "select", 3, bytes(0x1B), VALUE);
  }

  private static void numbers(List<Consumer> to) {
    instruction(to, "i32.eqz", 1, bytes(0x45), VALUE);
    instruction(to, "i32.sub", 2, bytes(0x6B), VALUE);
    instruction(to, "i32.lt_u", 2, bytes(0x49), VALUE);
    instruction(to, "i32.rem_u", 2, bytes(0x70), VALUE);
    instruction(to, "i64.extend_i32_u", 1, bytes(0xAD, 0xA7), VALUE);
    instruction(to, "f64.convert_i32_s", 1, bytes(0xB7, 0xAA), VALUE);
  }

  private static void memories(List<Consumer> to) {
    instruction(to, "i32.load", 1, bytes(0x28, 0, 4), VALUE);
    instruction(to, "i32.load8_u", 1, bytes(0x2D, 0, 0), VALUE);
    instruction(to, "i32.store", 2, bytes(0x36, 0, 4), NOTHING);
    instruction(to, "i32.store8", 2, bytes(0x3A, 0, 0), NOTHING);
    instruction(to, "memory.grow", 1, bytes(0x40, 0), bytes(0x3F, 0, 0x6A));
    instruction(to, "memory.init", 3, bytes(0xFC, 8, 1, 0), NOTHING);
    instruction(to, "memory.copy", 3, bytes(0xFC, 10, 0, 0), NOTHING);
    instruction(to, "memory.fill", 3, bytes(0xFC, 11, 0), NOTHING);
  }

  private static void tables(List<Consumer> to) {
    int table = ThresholdModule.TABLE;
    instruction(to, "table.get", 1, bytes(0x25, table, 0xD1), VALUE);
    set(to, "table.set", bytes(0x26, table), NOTHING);
    set(to, "table.grow", bytes(0xFC, 15, table), VALUE);
    instruction(to, "table.init", 3, bytes(0xFC, 12, 3, table), NOTHING);
    instruction(to, "table.copy", 3, bytes(0xFC, 14, table, 0), NOTHING);
    to.add(fill("index", value -> wasm().append(value).u8(0xD2, 3, 0x41, 9)));
    to.add(fill("length", value -> wasm(0x41, 9, 0xD2, 3).append(value)));
  }

  private static Consumer fill(String operand, UnaryOperator<WasmBytes> operands) {
    return new Consumer(
        "table.fill " + operand,
        value -> operands.apply(value).u8(0xFC, 17, ThresholdModule.TABLE).u8(NOTHING));
  }

  /** The operand is the index of {@code table.set} or the number of elements to grow by. */
  private static void set(List<Consumer> to, String name, int[] opcode, int[] behind) {
    boolean grows = behind.length == 0;
    UnaryOperator<WasmBytes> operands =
        value -> grows ? wasm(0xD2, 3).append(value) : new WasmBytes().append(value).u8(0xD2, 3);
    to.add(new Consumer(name, value -> operands.apply(value).u8(opcode).u8(behind)));
  }

  private static void calls(List<Consumer> to) {
    instruction(to, "call of an import", 1, bytes(0x10, ThresholdModule.NOTE), NOTHING);
    instruction(to, "call of an import with a result", 1, bytes(0x10, 1), VALUE);
    instruction(to, "call", 1, bytes(0x10, ThresholdModule.VOID), NOTHING);
    instruction(to, "call with a result", 1, bytes(0x10, ThresholdModule.ONE), VALUE);
    instruction(to, "call with two results", 1, bytes(0x10, ThresholdModule.TWO), PAIR);
    instruction(to, "call with three arguments", 3, bytes(0x10, ThresholdModule.VOID3), NOTHING);
    instruction(to, "call_indirect", 2, bytes(0x11, 1, 0), NOTHING);
    instruction(to, "call_indirect with a result", 2, bytes(0x11, 2, 1), VALUE);
    instruction(to, "call_indirect with two results", 2, bytes(0x11, 3, 2), PAIR);
  }

  private static void construct(List<Consumer> to, String name, int[] before, int... behind) {
    to.add(new Consumer(name, value -> wasm(before).append(value).u8(behind)));
  }

  private static void constructs(List<Consumer> to) {
    construct(to, "result of a block", bytes(0x02, I32), END);
    construct(to, "result of a loop", bytes(0x03, I32), END);
    construct(to, "parameter of a block", VALUE, 0x02, 2, 0x41, 3, 0x6C, END);
    construct(to, "parameter of a loop", VALUE, 0x03, 2, 0x41, 3, 0x6C, END);
    construct(to, "parameter of an if", VALUE, 0x20, 1, 0x04, 2, 0x41, 3, 0x6C, 0x05, 0x45, END);
    construct(to, "condition of an if", VALUE, 0x04, 0x40, 0x41, 8, 0x24, 0, END, 0x41, 1);
    construct(
        to, "condition of an if with a result", VALUE, 0x04, I32, 0x41, 8, 0x05, 0x41, 9, END);
    construct(to, "result of an if", bytes(0x20, 0, 0x04, I32), 0x05, 0x41, 9, END);
    construct(to, "result of an else", bytes(0x20, 0, 0x45, 0x04, I32, 0x41, 9, 0x05), END);
  }

  private static void branches(List<Consumer> to) {
    construct(to, "br", bytes(0x02, I32), 0x0C, 0, END);
    construct(to, "br out of two blocks", bytes(0x02, I32, 0x02, 0x40), 0x0C, 1, END, 0x41, 9, END);
    construct(to, "br to the function", VALUE, 0x0C, 0);
    construct(to, "return", VALUE, 0x0F);
    construct(to, "br_if", bytes(0x02, 0x40), 0x0D, 0, 0x41, 8, 0x24, 0, END, 0x41, 1);
    construct(to, "br_if to the function", bytes(0x41, 9), 0x0D, 0, 0x1A, 0x41, 4);
    construct(to, "br_if with a value", bytes(0x02, I32, 0x41, 9), 0x0D, 0, 0x1A, 0x41, 4, END);
    construct(to, "value of br_if", bytes(0x02, I32), 0x20, 0, 0x0D, 0, 0x1A, 0x41, 4, END);
    construct(
        to,
        "br_if of a loop that goes round once",
        bytes(0x03, 0x40),
        bytes(0x41, 0x80, 0x80, 0x04, 0x71, 0x0D, 0, END, 0x41, 1));
    construct(to, "br_table", bytes(0x02, 0x40, 0x02, 0x40), tableOf(0, 1, 0, 0));
    construct(
        to,
        "value of br_table",
        bytes(0x02, I32, 0x02, I32),
        bytes(0x20, 0, 0x0E, 1, 0, 1, END, 0x41, 3, 0x6C, END));
  }

  /** The remainder by 3 chooses a label; blocks end behind it. */
  private static int[] tableOf(int... labels) {
    return bytes(
        0x41, 3, 0x70, 0x0E, 3, labels[0], labels[1], labels[2], labels[3], END, 0x41, 8, 0x24, 0,
        END, 0x41, 1);
  }
}
