package org.wasm2java.aot.instruction;

import static org.wasm2java.aot.instruction.Effect.READS;
import static org.wasm2java.aot.instruction.Effect.WRITES;
import static org.wasm2java.aot.instruction.Feature.BULK_MEMORY;
import static org.wasm2java.aot.instruction.Feature.MVP;
import static org.wasm2java.aot.instruction.Immediates.DATA;
import static org.wasm2java.aot.instruction.Immediates.DATA_MEMORY;
import static org.wasm2java.aot.instruction.Immediates.MEMORY;
import static org.wasm2java.aot.instruction.Immediates.MEMORY_MEMORY;
import static org.wasm2java.aot.instruction.Immediates.MEM_ARG;
import static org.wasm2java.aot.instruction.JavaForm.STRUCTURAL;
import static org.wasm2java.aot.instruction.Opcode.prefixed;
import static org.wasm2java.aot.instruction.Typing.CONTEXTUAL;
import static org.wasm2java.aot.instruction.Typing.load;
import static org.wasm2java.aot.instruction.Typing.store;
import static org.wasm2java.aot.type.NumberType.F32;
import static org.wasm2java.aot.type.NumberType.F64;
import static org.wasm2java.aot.type.NumberType.I32;
import static org.wasm2java.aot.type.NumberType.I64;

/**
 * Memory instructions.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/binary/instructions.html#memory-instructions">Binary
 *     format</a>
 */
public enum MemoryOpcode implements Opcode {
  // Loads
  I32_LOAD(
      0x28, "i32.load", MEM_ARG, load(I32, 4), READS, new JavaForm.Load("I32", "int", "", ""), MVP),
  I64_LOAD(
      0x29,
      "i64.load",
      MEM_ARG,
      load(I64, 8),
      READS,
      new JavaForm.Load("I64", "long", "", ""),
      MVP),
  F32_LOAD(
      0x2A,
      "f32.load",
      MEM_ARG,
      load(F32, 4),
      READS,
      new JavaForm.Load("F32", "float", "", ""),
      MVP),
  F64_LOAD(
      0x2B,
      "f64.load",
      MEM_ARG,
      load(F64, 8),
      READS,
      new JavaForm.Load("F64", "double", "", ""),
      MVP),
  I32_LOAD8_S(
      0x2C, "i32.load8_s", MEM_ARG, load(I32, 1), READS, new JavaForm.Load("", "", "int", ""), MVP),
  I32_LOAD8_U(
      0x2D,
      "i32.load8_u",
      MEM_ARG,
      load(I32, 1),
      READS,
      new JavaForm.Load("", "", "", "0xFF"),
      MVP),
  I32_LOAD16_S(
      0x2E,
      "i32.load16_s",
      MEM_ARG,
      load(I32, 2),
      READS,
      new JavaForm.Load("I16", "short", "int", ""),
      MVP),
  I32_LOAD16_U(
      0x2F,
      "i32.load16_u",
      MEM_ARG,
      load(I32, 2),
      READS,
      new JavaForm.Load("I16", "short", "", "0xFFFF"),
      MVP),
  I64_LOAD8_S(
      0x30,
      "i64.load8_s",
      MEM_ARG,
      load(I64, 1),
      READS,
      new JavaForm.Load("", "", "long", ""),
      MVP),
  I64_LOAD8_U(
      0x31,
      "i64.load8_u",
      MEM_ARG,
      load(I64, 1),
      READS,
      new JavaForm.Load("", "", "", "0xFFL"),
      MVP),
  I64_LOAD16_S(
      0x32,
      "i64.load16_s",
      MEM_ARG,
      load(I64, 2),
      READS,
      new JavaForm.Load("I16", "short", "long", ""),
      MVP),
  I64_LOAD16_U(
      0x33,
      "i64.load16_u",
      MEM_ARG,
      load(I64, 2),
      READS,
      new JavaForm.Load("I16", "short", "", "0xFFFFL"),
      MVP),
  I64_LOAD32_S(
      0x34,
      "i64.load32_s",
      MEM_ARG,
      load(I64, 4),
      READS,
      new JavaForm.Load("I32", "int", "long", ""),
      MVP),
  I64_LOAD32_U(
      0x35,
      "i64.load32_u",
      MEM_ARG,
      load(I64, 4),
      READS,
      new JavaForm.Load("I32", "int", "", "0xFFFFFFFFL"),
      MVP),
  // Stores
  I32_STORE(0x36, "i32.store", MEM_ARG, store(I32, 4), WRITES, new JavaForm.Store("I32", ""), MVP),
  I64_STORE(0x37, "i64.store", MEM_ARG, store(I64, 8), WRITES, new JavaForm.Store("I64", ""), MVP),
  F32_STORE(0x38, "f32.store", MEM_ARG, store(F32, 4), WRITES, new JavaForm.Store("F32", ""), MVP),
  F64_STORE(0x39, "f64.store", MEM_ARG, store(F64, 8), WRITES, new JavaForm.Store("F64", ""), MVP),
  I32_STORE8(
      0x3A, "i32.store8", MEM_ARG, store(I32, 1), WRITES, new JavaForm.Store("", "byte"), MVP),
  I32_STORE16(
      0x3B, "i32.store16", MEM_ARG, store(I32, 2), WRITES, new JavaForm.Store("I16", "short"), MVP),
  I64_STORE8(
      0x3C, "i64.store8", MEM_ARG, store(I64, 1), WRITES, new JavaForm.Store("", "byte"), MVP),
  I64_STORE16(
      0x3D, "i64.store16", MEM_ARG, store(I64, 2), WRITES, new JavaForm.Store("I16", "short"), MVP),
  I64_STORE32(
      0x3E, "i64.store32", MEM_ARG, store(I64, 4), WRITES, new JavaForm.Store("I32", "int"), MVP),
  // Whole memories
  MEMORY_SIZE(0x3F, "memory.size", MEMORY, CONTEXTUAL, READS, STRUCTURAL, MVP),
  MEMORY_GROW(0x40, "memory.grow", MEMORY, CONTEXTUAL, WRITES, STRUCTURAL, MVP),
  MEMORY_INIT(
      prefixed(0xFC, 8), "memory.init", DATA_MEMORY, CONTEXTUAL, WRITES, STRUCTURAL, BULK_MEMORY),
  DATA_DROP(prefixed(0xFC, 9), "data.drop", DATA, CONTEXTUAL, WRITES, STRUCTURAL, BULK_MEMORY),
  MEMORY_COPY(
      prefixed(0xFC, 10),
      "memory.copy",
      MEMORY_MEMORY,
      CONTEXTUAL,
      WRITES,
      STRUCTURAL,
      BULK_MEMORY),
  MEMORY_FILL(
      prefixed(0xFC, 11), "memory.fill", MEMORY, CONTEXTUAL, WRITES, STRUCTURAL, BULK_MEMORY);

  private final Row row;

  MemoryOpcode(
      int code,
      String text,
      Immediates immediates,
      Typing typing,
      Effect effect,
      JavaForm javaForm,
      Feature feature) {
    row = new Row(code, text, immediates, typing, effect, javaForm, feature);
  }

  @Override
  public Row row() {
    return row;
  }
}
