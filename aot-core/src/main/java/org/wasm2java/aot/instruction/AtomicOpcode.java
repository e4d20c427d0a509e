package org.wasm2java.aot.instruction;

import static org.wasm2java.aot.instruction.Effect.READS;
import static org.wasm2java.aot.instruction.Effect.WRITES;
import static org.wasm2java.aot.instruction.Feature.THREADS;
import static org.wasm2java.aot.instruction.Immediates.MEM_ARG;
import static org.wasm2java.aot.instruction.Immediates.ZERO_BYTE;
import static org.wasm2java.aot.instruction.JavaForm.PENDING;
import static org.wasm2java.aot.instruction.Opcode.prefixed;
import static org.wasm2java.aot.instruction.Typing.atomic;
import static org.wasm2java.aot.instruction.Typing.atomicExchange;
import static org.wasm2java.aot.instruction.Typing.atomicLoad;
import static org.wasm2java.aot.instruction.Typing.atomicStore;
import static org.wasm2java.aot.instruction.Typing.atomicUpdate;
import static org.wasm2java.aot.instruction.Typing.sig;
import static org.wasm2java.aot.type.NumberType.I32;
import static org.wasm2java.aot.type.NumberType.I64;

import java.util.List;

/**
 * Atomic memory instructions of the threads proposal.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/binary/instructions.html#memory-instructions">Binary
 *     format</a>
 */
public enum AtomicOpcode implements Opcode {
  // Waiting and fences
  MEMORY_ATOMIC_NOTIFY(
      prefixed(0xFE, 0),
      "memory.atomic.notify",
      MEM_ARG,
      atomic(4, List.of(I32), List.of(I32)),
      WRITES,
      PENDING,
      THREADS),
  MEMORY_ATOMIC_WAIT32(
      prefixed(0xFE, 1),
      "memory.atomic.wait32",
      MEM_ARG,
      atomic(4, List.of(I32, I64), List.of(I32)),
      WRITES,
      PENDING,
      THREADS),
  MEMORY_ATOMIC_WAIT64(
      prefixed(0xFE, 2),
      "memory.atomic.wait64",
      MEM_ARG,
      atomic(8, List.of(I64, I64), List.of(I32)),
      WRITES,
      PENDING,
      THREADS),
  ATOMIC_FENCE(prefixed(0xFE, 3), "atomic.fence", ZERO_BYTE, sig().to(), WRITES, PENDING, THREADS),
  // Loads and stores
  I32_ATOMIC_LOAD(
      prefixed(0xFE, 16), "i32.atomic.load", MEM_ARG, atomicLoad(I32, 4), READS, PENDING, THREADS),
  I64_ATOMIC_LOAD(
      prefixed(0xFE, 17), "i64.atomic.load", MEM_ARG, atomicLoad(I64, 8), READS, PENDING, THREADS),
  I32_ATOMIC_LOAD8_U(
      prefixed(0xFE, 18),
      "i32.atomic.load8_u",
      MEM_ARG,
      atomicLoad(I32, 1),
      READS,
      PENDING,
      THREADS),
  I32_ATOMIC_LOAD16_U(
      prefixed(0xFE, 19),
      "i32.atomic.load16_u",
      MEM_ARG,
      atomicLoad(I32, 2),
      READS,
      PENDING,
      THREADS),
  I64_ATOMIC_LOAD8_U(
      prefixed(0xFE, 20),
      "i64.atomic.load8_u",
      MEM_ARG,
      atomicLoad(I64, 1),
      READS,
      PENDING,
      THREADS),
  I64_ATOMIC_LOAD16_U(
      prefixed(0xFE, 21),
      "i64.atomic.load16_u",
      MEM_ARG,
      atomicLoad(I64, 2),
      READS,
      PENDING,
      THREADS),
  I64_ATOMIC_LOAD32_U(
      prefixed(0xFE, 22),
      "i64.atomic.load32_u",
      MEM_ARG,
      atomicLoad(I64, 4),
      READS,
      PENDING,
      THREADS),
  I32_ATOMIC_STORE(
      prefixed(0xFE, 23),
      "i32.atomic.store",
      MEM_ARG,
      atomicStore(I32, 4),
      WRITES,
      PENDING,
      THREADS),
  I64_ATOMIC_STORE(
      prefixed(0xFE, 24),
      "i64.atomic.store",
      MEM_ARG,
      atomicStore(I64, 8),
      WRITES,
      PENDING,
      THREADS),
  I32_ATOMIC_STORE8(
      prefixed(0xFE, 25),
      "i32.atomic.store8",
      MEM_ARG,
      atomicStore(I32, 1),
      WRITES,
      PENDING,
      THREADS),
  I32_ATOMIC_STORE16(
      prefixed(0xFE, 26),
      "i32.atomic.store16",
      MEM_ARG,
      atomicStore(I32, 2),
      WRITES,
      PENDING,
      THREADS),
  I64_ATOMIC_STORE8(
      prefixed(0xFE, 27),
      "i64.atomic.store8",
      MEM_ARG,
      atomicStore(I64, 1),
      WRITES,
      PENDING,
      THREADS),
  I64_ATOMIC_STORE16(
      prefixed(0xFE, 28),
      "i64.atomic.store16",
      MEM_ARG,
      atomicStore(I64, 2),
      WRITES,
      PENDING,
      THREADS),
  I64_ATOMIC_STORE32(
      prefixed(0xFE, 29),
      "i64.atomic.store32",
      MEM_ARG,
      atomicStore(I64, 4),
      WRITES,
      PENDING,
      THREADS),
  // Read-modify-write
  I32_ATOMIC_RMW_ADD(
      prefixed(0xFE, 30),
      "i32.atomic.rmw.add",
      MEM_ARG,
      atomicUpdate(I32, 4),
      WRITES,
      PENDING,
      THREADS),
  I64_ATOMIC_RMW_ADD(
      prefixed(0xFE, 31),
      "i64.atomic.rmw.add",
      MEM_ARG,
      atomicUpdate(I64, 8),
      WRITES,
      PENDING,
      THREADS),
  I32_ATOMIC_RMW8_ADD_U(
      prefixed(0xFE, 32),
      "i32.atomic.rmw8.add_u",
      MEM_ARG,
      atomicUpdate(I32, 1),
      WRITES,
      PENDING,
      THREADS),
  I32_ATOMIC_RMW16_ADD_U(
      prefixed(0xFE, 33),
      "i32.atomic.rmw16.add_u",
      MEM_ARG,
      atomicUpdate(I32, 2),
      WRITES,
      PENDING,
      THREADS),
  I64_ATOMIC_RMW8_ADD_U(
      prefixed(0xFE, 34),
      "i64.atomic.rmw8.add_u",
      MEM_ARG,
      atomicUpdate(I64, 1),
      WRITES,
      PENDING,
      THREADS),
  I64_ATOMIC_RMW16_ADD_U(
      prefixed(0xFE, 35),
      "i64.atomic.rmw16.add_u",
      MEM_ARG,
      atomicUpdate(I64, 2),
      WRITES,
      PENDING,
      THREADS),
  I64_ATOMIC_RMW32_ADD_U(
      prefixed(0xFE, 36),
      "i64.atomic.rmw32.add_u",
      MEM_ARG,
      atomicUpdate(I64, 4),
      WRITES,
      PENDING,
      THREADS),
  I32_ATOMIC_RMW_SUB(
      prefixed(0xFE, 37),
      "i32.atomic.rmw.sub",
      MEM_ARG,
      atomicUpdate(I32, 4),
      WRITES,
      PENDING,
      THREADS),
  I64_ATOMIC_RMW_SUB(
      prefixed(0xFE, 38),
      "i64.atomic.rmw.sub",
      MEM_ARG,
      atomicUpdate(I64, 8),
      WRITES,
      PENDING,
      THREADS),
  I32_ATOMIC_RMW8_SUB_U(
      prefixed(0xFE, 39),
      "i32.atomic.rmw8.sub_u",
      MEM_ARG,
      atomicUpdate(I32, 1),
      WRITES,
      PENDING,
      THREADS),
  I32_ATOMIC_RMW16_SUB_U(
      prefixed(0xFE, 40),
      "i32.atomic.rmw16.sub_u",
      MEM_ARG,
      atomicUpdate(I32, 2),
      WRITES,
      PENDING,
      THREADS),
  I64_ATOMIC_RMW8_SUB_U(
      prefixed(0xFE, 41),
      "i64.atomic.rmw8.sub_u",
      MEM_ARG,
      atomicUpdate(I64, 1),
      WRITES,
      PENDING,
      THREADS),
  I64_ATOMIC_RMW16_SUB_U(
      prefixed(0xFE, 42),
      "i64.atomic.rmw16.sub_u",
      MEM_ARG,
      atomicUpdate(I64, 2),
      WRITES,
      PENDING,
      THREADS),
  I64_ATOMIC_RMW32_SUB_U(
      prefixed(0xFE, 43),
      "i64.atomic.rmw32.sub_u",
      MEM_ARG,
      atomicUpdate(I64, 4),
      WRITES,
      PENDING,
      THREADS),
  I32_ATOMIC_RMW_AND(
      prefixed(0xFE, 44),
      "i32.atomic.rmw.and",
      MEM_ARG,
      atomicUpdate(I32, 4),
      WRITES,
      PENDING,
      THREADS),
  I64_ATOMIC_RMW_AND(
      prefixed(0xFE, 45),
      "i64.atomic.rmw.and",
      MEM_ARG,
      atomicUpdate(I64, 8),
      WRITES,
      PENDING,
      THREADS),
  I32_ATOMIC_RMW8_AND_U(
      prefixed(0xFE, 46),
      "i32.atomic.rmw8.and_u",
      MEM_ARG,
      atomicUpdate(I32, 1),
      WRITES,
      PENDING,
      THREADS),
  I32_ATOMIC_RMW16_AND_U(
      prefixed(0xFE, 47),
      "i32.atomic.rmw16.and_u",
      MEM_ARG,
      atomicUpdate(I32, 2),
      WRITES,
      PENDING,
      THREADS),
  I64_ATOMIC_RMW8_AND_U(
      prefixed(0xFE, 48),
      "i64.atomic.rmw8.and_u",
      MEM_ARG,
      atomicUpdate(I64, 1),
      WRITES,
      PENDING,
      THREADS),
  I64_ATOMIC_RMW16_AND_U(
      prefixed(0xFE, 49),
      "i64.atomic.rmw16.and_u",
      MEM_ARG,
      atomicUpdate(I64, 2),
      WRITES,
      PENDING,
      THREADS),
  I64_ATOMIC_RMW32_AND_U(
      prefixed(0xFE, 50),
      "i64.atomic.rmw32.and_u",
      MEM_ARG,
      atomicUpdate(I64, 4),
      WRITES,
      PENDING,
      THREADS),
  I32_ATOMIC_RMW_OR(
      prefixed(0xFE, 51),
      "i32.atomic.rmw.or",
      MEM_ARG,
      atomicUpdate(I32, 4),
      WRITES,
      PENDING,
      THREADS),
  I64_ATOMIC_RMW_OR(
      prefixed(0xFE, 52),
      "i64.atomic.rmw.or",
      MEM_ARG,
      atomicUpdate(I64, 8),
      WRITES,
      PENDING,
      THREADS),
  I32_ATOMIC_RMW8_OR_U(
      prefixed(0xFE, 53),
      "i32.atomic.rmw8.or_u",
      MEM_ARG,
      atomicUpdate(I32, 1),
      WRITES,
      PENDING,
      THREADS),
  I32_ATOMIC_RMW16_OR_U(
      prefixed(0xFE, 54),
      "i32.atomic.rmw16.or_u",
      MEM_ARG,
      atomicUpdate(I32, 2),
      WRITES,
      PENDING,
      THREADS),
  I64_ATOMIC_RMW8_OR_U(
      prefixed(0xFE, 55),
      "i64.atomic.rmw8.or_u",
      MEM_ARG,
      atomicUpdate(I64, 1),
      WRITES,
      PENDING,
      THREADS),
  I64_ATOMIC_RMW16_OR_U(
      prefixed(0xFE, 56),
      "i64.atomic.rmw16.or_u",
      MEM_ARG,
      atomicUpdate(I64, 2),
      WRITES,
      PENDING,
      THREADS),
  I64_ATOMIC_RMW32_OR_U(
      prefixed(0xFE, 57),
      "i64.atomic.rmw32.or_u",
      MEM_ARG,
      atomicUpdate(I64, 4),
      WRITES,
      PENDING,
      THREADS),
  I32_ATOMIC_RMW_XOR(
      prefixed(0xFE, 58),
      "i32.atomic.rmw.xor",
      MEM_ARG,
      atomicUpdate(I32, 4),
      WRITES,
      PENDING,
      THREADS),
  I64_ATOMIC_RMW_XOR(
      prefixed(0xFE, 59),
      "i64.atomic.rmw.xor",
      MEM_ARG,
      atomicUpdate(I64, 8),
      WRITES,
      PENDING,
      THREADS),
  I32_ATOMIC_RMW8_XOR_U(
      prefixed(0xFE, 60),
      "i32.atomic.rmw8.xor_u",
      MEM_ARG,
      atomicUpdate(I32, 1),
      WRITES,
      PENDING,
      THREADS),
  I32_ATOMIC_RMW16_XOR_U(
      prefixed(0xFE, 61),
      "i32.atomic.rmw16.xor_u",
      MEM_ARG,
      atomicUpdate(I32, 2),
      WRITES,
      PENDING,
      THREADS),
  I64_ATOMIC_RMW8_XOR_U(
      prefixed(0xFE, 62),
      "i64.atomic.rmw8.xor_u",
      MEM_ARG,
      atomicUpdate(I64, 1),
      WRITES,
      PENDING,
      THREADS),
  I64_ATOMIC_RMW16_XOR_U(
      prefixed(0xFE, 63),
      "i64.atomic.rmw16.xor_u",
      MEM_ARG,
      atomicUpdate(I64, 2),
      WRITES,
      PENDING,
      THREADS),
  I64_ATOMIC_RMW32_XOR_U(
      prefixed(0xFE, 64),
      "i64.atomic.rmw32.xor_u",
      MEM_ARG,
      atomicUpdate(I64, 4),
      WRITES,
      PENDING,
      THREADS),
  I32_ATOMIC_RMW_XCHG(
      prefixed(0xFE, 65),
      "i32.atomic.rmw.xchg",
      MEM_ARG,
      atomicUpdate(I32, 4),
      WRITES,
      PENDING,
      THREADS),
  I64_ATOMIC_RMW_XCHG(
      prefixed(0xFE, 66),
      "i64.atomic.rmw.xchg",
      MEM_ARG,
      atomicUpdate(I64, 8),
      WRITES,
      PENDING,
      THREADS),
  I32_ATOMIC_RMW8_XCHG_U(
      prefixed(0xFE, 67),
      "i32.atomic.rmw8.xchg_u",
      MEM_ARG,
      atomicUpdate(I32, 1),
      WRITES,
      PENDING,
      THREADS),
  I32_ATOMIC_RMW16_XCHG_U(
      prefixed(0xFE, 68),
      "i32.atomic.rmw16.xchg_u",
      MEM_ARG,
      atomicUpdate(I32, 2),
      WRITES,
      PENDING,
      THREADS),
  I64_ATOMIC_RMW8_XCHG_U(
      prefixed(0xFE, 69),
      "i64.atomic.rmw8.xchg_u",
      MEM_ARG,
      atomicUpdate(I64, 1),
      WRITES,
      PENDING,
      THREADS),
  I64_ATOMIC_RMW16_XCHG_U(
      prefixed(0xFE, 70),
      "i64.atomic.rmw16.xchg_u",
      MEM_ARG,
      atomicUpdate(I64, 2),
      WRITES,
      PENDING,
      THREADS),
  I64_ATOMIC_RMW32_XCHG_U(
      prefixed(0xFE, 71),
      "i64.atomic.rmw32.xchg_u",
      MEM_ARG,
      atomicUpdate(I64, 4),
      WRITES,
      PENDING,
      THREADS),
  I32_ATOMIC_RMW_CMPXCHG(
      prefixed(0xFE, 72),
      "i32.atomic.rmw.cmpxchg",
      MEM_ARG,
      atomicExchange(I32, 4),
      WRITES,
      PENDING,
      THREADS),
  I64_ATOMIC_RMW_CMPXCHG(
      prefixed(0xFE, 73),
      "i64.atomic.rmw.cmpxchg",
      MEM_ARG,
      atomicExchange(I64, 8),
      WRITES,
      PENDING,
      THREADS),
  I32_ATOMIC_RMW8_CMPXCHG_U(
      prefixed(0xFE, 74),
      "i32.atomic.rmw8.cmpxchg_u",
      MEM_ARG,
      atomicExchange(I32, 1),
      WRITES,
      PENDING,
      THREADS),
  I32_ATOMIC_RMW16_CMPXCHG_U(
      prefixed(0xFE, 75),
      "i32.atomic.rmw16.cmpxchg_u",
      MEM_ARG,
      atomicExchange(I32, 2),
      WRITES,
      PENDING,
      THREADS),
  I64_ATOMIC_RMW8_CMPXCHG_U(
      prefixed(0xFE, 76),
      "i64.atomic.rmw8.cmpxchg_u",
      MEM_ARG,
      atomicExchange(I64, 1),
      WRITES,
      PENDING,
      THREADS),
  I64_ATOMIC_RMW16_CMPXCHG_U(
      prefixed(0xFE, 77),
      "i64.atomic.rmw16.cmpxchg_u",
      MEM_ARG,
      atomicExchange(I64, 2),
      WRITES,
      PENDING,
      THREADS),
  I64_ATOMIC_RMW32_CMPXCHG_U(
      prefixed(0xFE, 78),
      "i64.atomic.rmw32.cmpxchg_u",
      MEM_ARG,
      atomicExchange(I64, 4),
      WRITES,
      PENDING,
      THREADS);

  private final int code;
  private final String text;
  private final Immediates immediates;
  private final Typing typing;
  private final Effect effect;
  private final JavaForm javaForm;
  private final Feature feature;

  AtomicOpcode(
      int code,
      String text,
      Immediates immediates,
      Typing typing,
      Effect effect,
      JavaForm javaForm,
      Feature feature) {
    this.code = code;
    this.text = text;
    this.immediates = immediates;
    this.typing = typing;
    this.effect = effect;
    this.javaForm = javaForm;
    this.feature = feature;
  }

  @Override
  public int code() {
    return code;
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public Immediates immediates() {
    return immediates;
  }

  @Override
  public Typing typing() {
    return typing;
  }

  @Override
  public Effect effect() {
    return effect;
  }

  @Override
  public JavaForm javaForm() {
    return javaForm;
  }

  @Override
  public Feature feature() {
    return feature;
  }
}
