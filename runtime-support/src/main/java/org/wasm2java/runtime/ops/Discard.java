package org.wasm2java.runtime.ops;

/**
 * Evaluates an operand whose value nobody needs: Java accepts only some expressions as statements,
 * yet a dropped wasm expression still has to trap where its operations trap.
 *
 * <pre>{@code
 * Discard.value(a / b); // a division whose result is dropped still traps
 * }</pre>
 *
 * @see <a href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-drop">Execution
 *     of drop</a>
 */
public final class Discard {
  private Discard() {}

  /** Does nothing with an i32. */
  public static void value(int value) {}

  /** Does nothing with an i64. */
  public static void value(long value) {}

  /** Does nothing with an f32. */
  public static void value(float value) {}

  /** Does nothing with an f64. */
  public static void value(double value) {}

  /** Does nothing with a reference, which may be null. */
  public static void value(Object value) {}
}
