package org.wasm2java.aot.split.method.plan;

import org.wasm2java.aot.ir.JvmLimits;

/**
 * What decides how many virtual registers HotSpot's first compiler (C1) numbers for some code.
 * Views of memories decide: C1 inlines a dozen methods for each. The fetches count one by one, all
 * the rest by the bytes of its bytecode.
 *
 * @param accesses how many loads and stores of more than a byte there are
 * @param fetches how many fetches of a memory's array and stores to arrays of locals there are
 */
public record C1Registers(int accesses, int fetches) {
  /** Of code without anything that counts. */
  static final C1Registers NONE = new C1Registers(0, 0);

  /**
   * What a view takes: 80 registers, and a fifth more where C1 compiles a method to enter it in a
   * loop, as it then knows nothing of the types of locals (ADR 0012).
   */
  private static final int VIEW = 96;

  private static final int FETCH = 16;

  /** What a hundred bytes of bytecode take beside all this. */
  private static final int HUNDRED_BYTES = 66;

  /** Returns the registers of this code and other code together. */
  C1Registers plus(C1Registers other) {
    return new C1Registers(accesses + other.accesses, fetches + other.fetches);
  }

  /** Returns the estimate for a method of so many bytes with as few views as it can have. */
  public int of(int bytes) {
    return of(Math.max(accesses - JvmLimits.INLINED_ACCESSES, 0), bytes);
  }

  /** Returns the estimate for so many bytes where that many of the accesses are views. */
  public int of(int views, int bytes) {
    long total = (long) views * VIEW + (long) fetches * FETCH + (long) bytes * HUNDRED_BYTES / 100;
    return (int) Math.min(total, Integer.MAX_VALUE);
  }
}
