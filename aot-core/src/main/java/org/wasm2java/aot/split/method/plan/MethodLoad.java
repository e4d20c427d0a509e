package org.wasm2java.aot.split.method.plan;

/**
 * What some code takes of a method's limits, by the estimates.
 *
 * @param bytes the bytes of bytecode
 * @param registers what HotSpot's first compiler needs registers for
 */
public record MethodLoad(int bytes, C1Registers registers) {
  /** Of no code. */
  public static final MethodLoad NONE = new MethodLoad(0, C1Registers.NONE);

  /** Returns the load of this code and other code together. */
  public MethodLoad plus(MethodLoad other) {
    return new MethodLoad(bytes + other.bytes, registers.plus(other.registers));
  }

  /** Returns whether the code may be a method, or a branch, of this many bytes. */
  public boolean fits(MethodLimit limit, int budget) {
    return excess(limit, budget).total() == 0;
  }

  /** Returns by how much the code exceeds so many bytes and the registers that go with them. */
  public Excess excess(MethodLimit limit, int budget) {
    long share = (long) limit.registers() * budget / limit.target();
    int most = (int) Math.min(share, limit.registers());
    return new Excess(bytes - budget, registers.of(bytes) - most);
  }

  /**
   * By how much code exceeds what it may have, or, where not positive, what is left.
   *
   * @param bytes the bytes of bytecode
   * @param registers the registers of HotSpot's first compiler
   */
  public record Excess(int bytes, int registers) {
    /** Returns one number that is 0 if the code fits. */
    public long total() {
      return (long) Math.max(bytes, 0) + Math.max(registers, 0);
    }

    /** Returns whether it helps to have other code do a part; only accesses save registers. */
    public boolean fallsWithout(MethodLoad part) {
      return bytes > 0 || registers > 0 && part.registers.accesses() > 0;
    }

    /** Returns whether it is enough to have other code do a part, where bytes are no matter. */
    public boolean endsWithout(MethodLoad part) {
      return bytes <= 0 && registers <= saved(part);
    }

    /** Returns what remains when a call does what a part did. */
    public Excess replacing(MethodLoad part, MethodLoad call) {
      return new Excess(
          bytes - part.bytes + call.bytes, registers - saved(part) + call.registers.of(call.bytes));
    }

    /** A method that exceeds its registers has all the calls it can, so the others are views. */
    private static int saved(MethodLoad part) {
      return part.registers.of(part.registers.accesses(), part.bytes);
    }
  }
}
