package org.wasm2java.runtime.ops;

/**
 * The operations of v128 that do not ask what its lanes are, and that Java has no operator for.
 *
 * <pre>{@code
 * int any = V128Ops.anyTrue(low, high); // v128.any_true
 * }</pre>
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/exec/instructions.html#vector-instructions">Vector
 *     instructions</a>
 */
public final class V128Ops {
  private V128Ops() {}

  /** Returns 1 if a bit of the vector is set, else 0. */
  public static int anyTrue(long low, long high) {
    return (low | high) != 0 ? 1 : 0;
  }
}
