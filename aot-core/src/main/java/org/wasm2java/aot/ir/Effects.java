package org.wasm2java.aot.ir;

import org.wasm2java.aot.instruction.Opcode;

/**
 * What evaluating an expression can do and can see, as a set of bits; it decides what may be
 * evaluated later than WebAssembly does.
 */
public final class Effects {
  /** Neither sees nor changes anything but locals. */
  public static final int NONE = 0;

  /** May trap. */
  public static final int TRAPS = 1;

  /** Depends on the contents or size of a memory. */
  public static final int READS_MEMORY = 1 << 1;

  /** Changes a memory. */
  public static final int WRITES_MEMORY = 1 << 2;

  /** Depends on a global. */
  public static final int READS_GLOBAL = 1 << 3;

  /** Changes a global. */
  public static final int WRITES_GLOBAL = 1 << 4;

  /** Depends on a table. */
  public static final int READS_TABLE = 1 << 5;

  /** Changes a table. */
  public static final int WRITES_TABLE = 1 << 6;

  /** May replace the array behind a memory. */
  public static final int GROWS = 1 << 7;

  /** May leave the statement by a branch or return. */
  public static final int CONTROL = 1 << 8;

  /** Depends on the further results of the call just made. */
  public static final int READS_RESULTS = 1 << 9;

  /** Changes the further results of the last call. */
  public static final int WRITES_RESULTS = 1 << 10;

  /** Depends on a structure or an array that can change. */
  public static final int READS_HEAP = 1 << 11;

  /** Changes a structure or an array. */
  public static final int WRITES_HEAP = 1 << 12;

  /** Makes an object, another one each time. */
  public static final int ALLOCATES = 1 << 13;

  /** May throw an exception of WebAssembly, which a handler catches. */
  public static final int THROWS = 1 << 14;

  /** Everything that a callee may change. */
  public static final int WRITES =
      WRITES_MEMORY | WRITES_GLOBAL | WRITES_TABLE | GROWS | WRITES_RESULTS | WRITES_HEAP;

  /** Everything that a callee may see. */
  public static final int READS =
      READS_MEMORY | READS_GLOBAL | READS_TABLE | READS_RESULTS | READS_HEAP;

  /** A call of a function that may do anything but grow a memory. */
  public static final int CALL = TRAPS | THROWS | READS | (WRITES & ~GROWS);

  private Effects() {}

  /** Returns whether evaluating twice, never, or elsewhere on the path makes no difference. */
  public static boolean isRemovable(int effects) {
    return (effects & (TRAPS | WRITES | CONTROL | ALLOCATES)) == 0;
  }

  /** Returns whether an expression must not move past something with other effects. */
  public static boolean conflict(int pending, int other) {
    int written = (other & WRITES_MEMORY) >> 1 | (other & WRITES_GLOBAL) >> 1;
    written |= (other & WRITES_TABLE) >> 1 | (other & WRITES_RESULTS) >> 1;
    written |= (other & WRITES_HEAP) >> 1;
    int seen = (other & READS) << 1;
    boolean traps = (pending & (TRAPS | WRITES)) != 0 && (other & (TRAPS | WRITES | CONTROL)) != 0;
    return traps || (pending & READS & written) != 0 || (pending & WRITES & seen) != 0;
  }

  /** Returns the effects of a whole tree. */
  public static int of(Expr expr) {
    int effects = expr.ownEffects();
    for (Expr operand : expr.operands()) {
      effects |= of(operand);
    }
    return effects;
  }

  /** Returns the effects of a numeric or parametric row, without its operands'. */
  static int of(Opcode opcode) {
    return switch (opcode.effect()) {
      case PURE -> NONE;
      case TRAPS -> TRAPS;
      case READS -> TRAPS | READS_MEMORY;
      case WRITES -> TRAPS | WRITES_MEMORY;
      case CALLS, CONTEXTUAL ->
          throw new IllegalArgumentException(opcode.text() + " is no operation");
    };
  }
}
