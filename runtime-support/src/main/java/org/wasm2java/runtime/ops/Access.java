package org.wasm2java.runtime.ops;

import org.wasm2java.runtime.Memory;

/**
 * Loads and stores of more than a byte, at an index of a memory's array or at a base address plus
 * an offset of its instruction. An address of 2 GiB or more is a negative index, and the offset is
 * added only to a base that is not negative, so that no sum wraps back into the memory: the array's
 * own bounds check is the trap, an {@link IndexOutOfBoundsException} until the call leaves wasm.
 *
 * <p>Calling these methods is a matter of time, not of meaning. HotSpot's first compiler inlines
 * the dozen methods below a view's {@code get} wherever it meets one, which takes it a millisecond
 * and 1,400 bytes of machine code each, and gives up on methods with many. It does not inline
 * methods that need more than ten stack slots beside their parameters, so each method here has
 * unused variables that make it one of those; the second compiler has no such rule. {@code
 * AccessShapeTest} holds both properties.
 *
 * <pre>{@code
 * int value = Access.loadI32(bytes, address, 16); // i32.load offset=16
 * }</pre>
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/exec/instructions.html#memory-instructions">Execution
 *     of memory instructions</a>
 */
public final class Access {
  private Access() {}

  /** Returns 16 bits at an index. */
  public static short loadI16(byte[] bytes, int index) {
    long a, b, c, d, e;
    return (short) Memory.I16.get(bytes, index);
  }

  /** Returns 16 bits at a base address, unsigned, plus an offset that is not negative. */
  public static short loadI16(byte[] bytes, int base, int offset) {
    long a, b, c, d, e;
    return (short) Memory.I16.get(bytes, base < 0 ? base : base + offset);
  }

  /** Returns a 32-bit integer at an index. */
  public static int loadI32(byte[] bytes, int index) {
    long a, b, c, d, e;
    return (int) Memory.I32.get(bytes, index);
  }

  /** Returns a 32-bit integer at a base address, unsigned, plus an offset that is not negative. */
  public static int loadI32(byte[] bytes, int base, int offset) {
    long a, b, c, d, e;
    return (int) Memory.I32.get(bytes, base < 0 ? base : base + offset);
  }

  /** Returns a 64-bit integer at an index. */
  public static long loadI64(byte[] bytes, int index) {
    long a, b, c, d, e;
    return (long) Memory.I64.get(bytes, index);
  }

  /** Returns a 64-bit integer at a base address, unsigned, plus an offset that is not negative. */
  public static long loadI64(byte[] bytes, int base, int offset) {
    long a, b, c, d, e;
    return (long) Memory.I64.get(bytes, base < 0 ? base : base + offset);
  }

  /** Returns a 32-bit float at an index. */
  public static float loadF32(byte[] bytes, int index) {
    long a, b, c, d, e;
    return (float) Memory.F32.get(bytes, index);
  }

  /** Returns a 32-bit float at a base address, unsigned, plus an offset that is not negative. */
  public static float loadF32(byte[] bytes, int base, int offset) {
    long a, b, c, d, e;
    return (float) Memory.F32.get(bytes, base < 0 ? base : base + offset);
  }

  /** Returns a 64-bit float at an index. */
  public static double loadF64(byte[] bytes, int index) {
    long a, b, c, d, e;
    return (double) Memory.F64.get(bytes, index);
  }

  /** Returns a 64-bit float at a base address, unsigned, plus an offset that is not negative. */
  public static double loadF64(byte[] bytes, int base, int offset) {
    long a, b, c, d, e;
    return (double) Memory.F64.get(bytes, base < 0 ? base : base + offset);
  }

  /** Writes 16 bits at an index. */
  public static void storeI16(byte[] bytes, int index, short value) {
    long a, b, c, d, e;
    Memory.I16.set(bytes, index, value);
  }

  /** Writes 16 bits at a base address, unsigned, plus an offset that is not negative. */
  public static void storeI16(byte[] bytes, int base, int offset, short value) {
    long a, b, c, d, e;
    Memory.I16.set(bytes, base < 0 ? base : base + offset, value);
  }

  /** Writes a 32-bit integer at an index. */
  public static void storeI32(byte[] bytes, int index, int value) {
    long a, b, c, d, e;
    Memory.I32.set(bytes, index, value);
  }

  /** Writes a 32-bit integer at a base address, unsigned, plus an offset that is not negative. */
  public static void storeI32(byte[] bytes, int base, int offset, int value) {
    long a, b, c, d, e;
    Memory.I32.set(bytes, base < 0 ? base : base + offset, value);
  }

  /** Writes a 64-bit integer at an index. */
  public static void storeI64(byte[] bytes, int index, long value) {
    long a, b, c, d, e;
    Memory.I64.set(bytes, index, value);
  }

  /** Writes a 64-bit integer at a base address, unsigned, plus an offset that is not negative. */
  public static void storeI64(byte[] bytes, int base, int offset, long value) {
    long a, b, c, d, e;
    Memory.I64.set(bytes, base < 0 ? base : base + offset, value);
  }

  /** Writes a 32-bit float at an index. */
  public static void storeF32(byte[] bytes, int index, float value) {
    long a, b, c, d, e;
    Memory.F32.set(bytes, index, value);
  }

  /** Writes a 32-bit float at a base address, unsigned, plus an offset that is not negative. */
  public static void storeF32(byte[] bytes, int base, int offset, float value) {
    long a, b, c, d, e;
    Memory.F32.set(bytes, base < 0 ? base : base + offset, value);
  }

  /** Writes a 64-bit float at an index. */
  public static void storeF64(byte[] bytes, int index, double value) {
    long a, b, c, d, e;
    Memory.F64.set(bytes, index, value);
  }

  /** Writes a 64-bit float at a base address, unsigned, plus an offset that is not negative. */
  public static void storeF64(byte[] bytes, int base, int offset, double value) {
    long a, b, c, d, e;
    Memory.F64.set(bytes, base < 0 ? base : base + offset, value);
  }
}
