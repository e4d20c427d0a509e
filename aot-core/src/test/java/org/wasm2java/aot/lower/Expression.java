package org.wasm2java.aot.lower;

import org.wasm2java.aot.WasmBytes;

/**
 * An expression over two i32 parameters of an exact depth and number of nodes.
 *
 * @param name what it is, for messages
 * @param code its instructions
 * @param value what it gives for {@link #X} and {@link #Y}
 */
record Expression(String name, WasmBytes code, int value) {
  /** The arguments; values of expressions stay small, so that they can be addresses. */
  static final int X = 5;

  static final int Y = 3;

  /** What an expression starts with: a node without operands, or of two levels. */
  enum Leaf {
    LOCAL(X, 1, 0x20, 0),
    /** Traps, so that it stays where it is; byte y of the memory is y % 7 + 1. */
    LOAD(Y % 7 + 1, 2, 0x20, 1, 0x2D, 0, 0),
    /** Has effects. */
    CALL(X + 1, 2, 0x20, 0, 0x10, ThresholdModule.ONE);

    private final int value;
    private final int levels;
    private final int[] code;

    Leaf(int value, int levels, int... code) {
      this.value = value;
      this.levels = levels;
      this.code = code;
    }
  }

  private static final int[] POPULATION = {0x69};
  private static final int ADD = 0x6A;

  /** Sums under each other. */
  static Expression deep(Leaf leaf, int depth) {
    WasmBytes code = new WasmBytes().u8(leaf.code);
    int value = leaf.value;
    for (int level = leaf.levels; level < depth; level++) {
      code.u8(0x20, 1, ADD);
      value += Y;
    }
    return new Expression(leaf + " " + depth + " levels", code, value);
  }

  /** Sums beside each other. */
  static Expression wide(Leaf leaf, int nodes) {
    WasmBytes code = new WasmBytes();
    int value = tree(code, leaf, nodes);
    return new Expression(leaf + " " + nodes + " nodes", code, value);
  }

  private static int tree(WasmBytes code, Leaf leaf, int nodes) {
    if (nodes == leaf.levels) {
      code.u8(leaf.code);
      return leaf.value;
    }
    if (nodes == 1) {
      code.u8(0x20, 1);
      return Y;
    }
    if (nodes == 2) {
      code.u8(0x20, 1).u8(POPULATION);
      return Integer.bitCount(Y);
    }
    int left = (nodes - 1) / 2;
    int sum = tree(code, leaf, left) + tree(code, leaf, nodes - 1 - left);
    code.u8(ADD);
    return sum;
  }
}
