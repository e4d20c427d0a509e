package org.wasm2java.aot.instruction;

import static org.wasm2java.aot.instruction.Effect.READS;
import static org.wasm2java.aot.instruction.Effect.WRITES;
import static org.wasm2java.aot.instruction.Feature.THREADS;
import static org.wasm2java.aot.instruction.Immediates.MEM_ARG;
import static org.wasm2java.aot.instruction.Immediates.ZERO_BYTE;
import static org.wasm2java.aot.instruction.Opcode.prefixed;
import static org.wasm2java.aot.instruction.Row.untranslated;
import static org.wasm2java.aot.instruction.Typing.atomicExchange;
import static org.wasm2java.aot.instruction.Typing.atomicLoad;
import static org.wasm2java.aot.instruction.Typing.atomicStore;
import static org.wasm2java.aot.instruction.Typing.atomicUpdate;
import static org.wasm2java.aot.instruction.Typing.sig;
import static org.wasm2java.aot.type.NumberType.I32;
import static org.wasm2java.aot.type.NumberType.I64;

import java.util.List;
import org.wasm2java.aot.type.NumberType;

/**
 * Atomic memory instructions of the threads proposal.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/binary/instructions.html#memory-instructions">Binary
 *     format</a>
 */
public enum AtomicOpcode implements Opcode {
  // Waiting and fences
  MEMORY_ATOMIC_NOTIFY(signal(0, 4, I32)),
  MEMORY_ATOMIC_WAIT32(signal(1, 4, I32, I64)),
  MEMORY_ATOMIC_WAIT64(signal(2, 8, I64, I64)),
  ATOMIC_FENCE(fence(3)),
  // Loads and stores
  I32_ATOMIC_LOAD(load(16, I32, 4)),
  I64_ATOMIC_LOAD(load(17, I64, 8)),
  I32_ATOMIC_LOAD8_U(load(18, I32, 1)),
  I32_ATOMIC_LOAD16_U(load(19, I32, 2)),
  I64_ATOMIC_LOAD8_U(load(20, I64, 1)),
  I64_ATOMIC_LOAD16_U(load(21, I64, 2)),
  I64_ATOMIC_LOAD32_U(load(22, I64, 4)),
  I32_ATOMIC_STORE(store(23, I32, 4)),
  I64_ATOMIC_STORE(store(24, I64, 8)),
  I32_ATOMIC_STORE8(store(25, I32, 1)),
  I32_ATOMIC_STORE16(store(26, I32, 2)),
  I64_ATOMIC_STORE8(store(27, I64, 1)),
  I64_ATOMIC_STORE16(store(28, I64, 2)),
  I64_ATOMIC_STORE32(store(29, I64, 4)),
  // Read-modify-write
  I32_ATOMIC_RMW_ADD(update(30, I32, 4)),
  I64_ATOMIC_RMW_ADD(update(31, I64, 8)),
  I32_ATOMIC_RMW8_ADD_U(update(32, I32, 1)),
  I32_ATOMIC_RMW16_ADD_U(update(33, I32, 2)),
  I64_ATOMIC_RMW8_ADD_U(update(34, I64, 1)),
  I64_ATOMIC_RMW16_ADD_U(update(35, I64, 2)),
  I64_ATOMIC_RMW32_ADD_U(update(36, I64, 4)),
  I32_ATOMIC_RMW_SUB(update(37, I32, 4)),
  I64_ATOMIC_RMW_SUB(update(38, I64, 8)),
  I32_ATOMIC_RMW8_SUB_U(update(39, I32, 1)),
  I32_ATOMIC_RMW16_SUB_U(update(40, I32, 2)),
  I64_ATOMIC_RMW8_SUB_U(update(41, I64, 1)),
  I64_ATOMIC_RMW16_SUB_U(update(42, I64, 2)),
  I64_ATOMIC_RMW32_SUB_U(update(43, I64, 4)),
  I32_ATOMIC_RMW_AND(update(44, I32, 4)),
  I64_ATOMIC_RMW_AND(update(45, I64, 8)),
  I32_ATOMIC_RMW8_AND_U(update(46, I32, 1)),
  I32_ATOMIC_RMW16_AND_U(update(47, I32, 2)),
  I64_ATOMIC_RMW8_AND_U(update(48, I64, 1)),
  I64_ATOMIC_RMW16_AND_U(update(49, I64, 2)),
  I64_ATOMIC_RMW32_AND_U(update(50, I64, 4)),
  I32_ATOMIC_RMW_OR(update(51, I32, 4)),
  I64_ATOMIC_RMW_OR(update(52, I64, 8)),
  I32_ATOMIC_RMW8_OR_U(update(53, I32, 1)),
  I32_ATOMIC_RMW16_OR_U(update(54, I32, 2)),
  I64_ATOMIC_RMW8_OR_U(update(55, I64, 1)),
  I64_ATOMIC_RMW16_OR_U(update(56, I64, 2)),
  I64_ATOMIC_RMW32_OR_U(update(57, I64, 4)),
  I32_ATOMIC_RMW_XOR(update(58, I32, 4)),
  I64_ATOMIC_RMW_XOR(update(59, I64, 8)),
  I32_ATOMIC_RMW8_XOR_U(update(60, I32, 1)),
  I32_ATOMIC_RMW16_XOR_U(update(61, I32, 2)),
  I64_ATOMIC_RMW8_XOR_U(update(62, I64, 1)),
  I64_ATOMIC_RMW16_XOR_U(update(63, I64, 2)),
  I64_ATOMIC_RMW32_XOR_U(update(64, I64, 4)),
  I32_ATOMIC_RMW_XCHG(update(65, I32, 4)),
  I64_ATOMIC_RMW_XCHG(update(66, I64, 8)),
  I32_ATOMIC_RMW8_XCHG_U(update(67, I32, 1)),
  I32_ATOMIC_RMW16_XCHG_U(update(68, I32, 2)),
  I64_ATOMIC_RMW8_XCHG_U(update(69, I64, 1)),
  I64_ATOMIC_RMW16_XCHG_U(update(70, I64, 2)),
  I64_ATOMIC_RMW32_XCHG_U(update(71, I64, 4)),
  I32_ATOMIC_RMW_CMPXCHG(exchange(72, I32, 4)),
  I64_ATOMIC_RMW_CMPXCHG(exchange(73, I64, 8)),
  I32_ATOMIC_RMW8_CMPXCHG_U(exchange(74, I32, 1)),
  I32_ATOMIC_RMW16_CMPXCHG_U(exchange(75, I32, 2)),
  I64_ATOMIC_RMW8_CMPXCHG_U(exchange(76, I64, 1)),
  I64_ATOMIC_RMW16_CMPXCHG_U(exchange(77, I64, 2)),
  I64_ATOMIC_RMW32_CMPXCHG_U(exchange(78, I64, 4));

  private final Row row;

  AtomicOpcode(Row row) {
    this.row = row.dotted(dotted(name()));
  }

  /** The name with the dots that it has behind {@code atomic} and {@code rmw}. */
  private static String dotted(String name) {
    return name.replace("ATOMIC_", "ATOMIC.").replaceFirst("(RMW\\d*)_", "$1.");
  }

  private static Row row(int number, Immediates immediates, Typing typing, Effect effect) {
    return untranslated(prefixed(0xFE, number), immediates, THREADS).typed(typing, effect);
  }

  private static Row fence(int number) {
    return row(number, ZERO_BYTE, sig().to(), WRITES);
  }

  /** A row that wakes or waits; the address is not among the operands. */
  private static Row signal(int number, int bytes, NumberType... operands) {
    return row(number, MEM_ARG, Typing.atomic(bytes, List.of(operands), List.of(I32)), WRITES);
  }

  private static Row load(int number, NumberType type, int bytes) {
    return row(number, MEM_ARG, atomicLoad(type, bytes), READS);
  }

  private static Row store(int number, NumberType type, int bytes) {
    return row(number, MEM_ARG, atomicStore(type, bytes), WRITES);
  }

  private static Row update(int number, NumberType type, int bytes) {
    return row(number, MEM_ARG, atomicUpdate(type, bytes), WRITES);
  }

  private static Row exchange(int number, NumberType type, int bytes) {
    return row(number, MEM_ARG, atomicExchange(type, bytes), WRITES);
  }

  @Override
  public Row row() {
    return row;
  }

  @Override
  public Family family() {
    return Family.ATOMIC;
  }
}
