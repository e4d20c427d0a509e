package org.wasm2java.aot.instruction;

import static org.wasm2java.aot.instruction.Effect.READS;
import static org.wasm2java.aot.instruction.Effect.WRITES;
import static org.wasm2java.aot.instruction.JavaForm.element;
import static org.wasm2java.aot.instruction.JavaForm.viewed;
import static org.wasm2java.aot.instruction.Row.access;
import static org.wasm2java.aot.type.NumberType.F32;
import static org.wasm2java.aot.type.NumberType.F64;
import static org.wasm2java.aot.type.NumberType.I32;
import static org.wasm2java.aot.type.NumberType.I64;

import org.wasm2java.aot.instruction.JavaForm.Load;
import org.wasm2java.aot.instruction.JavaForm.Store;
import org.wasm2java.aot.type.NumberType;

/**
 * Loads and stores of numbers.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/binary/instructions.html#memory-instructions">Binary
 *     format</a>
 */
public enum AccessOpcode implements Opcode {
  // Loads
  I32_LOAD(load(0x28, I32, 4, viewed("I32", "int"))),
  I64_LOAD(load(0x29, I64, 8, viewed("I64", "long"))),
  F32_LOAD(load(0x2A, F32, 4, viewed("F32", "float"))),
  F64_LOAD(load(0x2B, F64, 8, viewed("F64", "double"))),
  I32_LOAD8_S(load(0x2C, I32, 1, element().widened("int"))),
  I32_LOAD8_U(load(0x2D, I32, 1, element().masked("0xFF"))),
  I32_LOAD16_S(load(0x2E, I32, 2, viewed("I16", "short").widened("int"))),
  I32_LOAD16_U(load(0x2F, I32, 2, viewed("I16", "short").masked("0xFFFF"))),
  I64_LOAD8_S(load(0x30, I64, 1, element().widened("long"))),
  I64_LOAD8_U(load(0x31, I64, 1, element().masked("0xFFL"))),
  I64_LOAD16_S(load(0x32, I64, 2, viewed("I16", "short").widened("long"))),
  I64_LOAD16_U(load(0x33, I64, 2, viewed("I16", "short").masked("0xFFFFL"))),
  I64_LOAD32_S(load(0x34, I64, 4, viewed("I32", "int").widened("long"))),
  I64_LOAD32_U(load(0x35, I64, 4, viewed("I32", "int").masked("0xFFFFFFFFL"))),
  // Stores
  I32_STORE(store(0x36, I32, 4, new Store("I32", ""))),
  I64_STORE(store(0x37, I64, 8, new Store("I64", ""))),
  F32_STORE(store(0x38, F32, 4, new Store("F32", ""))),
  F64_STORE(store(0x39, F64, 8, new Store("F64", ""))),
  I32_STORE8(store(0x3A, I32, 1, new Store("", "byte"))),
  I32_STORE16(store(0x3B, I32, 2, new Store("I16", "short"))),
  I64_STORE8(store(0x3C, I64, 1, new Store("", "byte"))),
  I64_STORE16(store(0x3D, I64, 2, new Store("I16", "short"))),
  I64_STORE32(store(0x3E, I64, 4, new Store("I32", "int")));

  private final Row row;

  AccessOpcode(Row row) {
    this.row = row.dotted(name());
  }

  private static Row load(int code, NumberType type, int bytes, Load form) {
    return access(code, Typing.load(type, bytes), READS, form);
  }

  private static Row store(int code, NumberType type, int bytes, Store form) {
    return access(code, Typing.store(type, bytes), WRITES, form);
  }

  @Override
  public Row row() {
    return row;
  }

  @Override
  public Family family() {
    return Family.ACCESS;
  }
}
