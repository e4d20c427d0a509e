package org.wasm2java.runtime.gc;

/**
 * A 31-bit integer as a reference. Two of the same value are equal.
 *
 * <pre>{@code
 * I31.of(-1).signed(); // -1
 * I31.of(-1).unsigned(); // 0x7fffffff
 * }</pre>
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-ref-i31">ref.i31</a>
 */
public final class I31 extends EqRef {
  /** The value, sign-extended. */
  private final int value;

  private I31(int value) {
    this.value = value;
  }

  /** Returns the reference for the low 31 bits of a number. */
  public static I31 of(int number) {
    return new I31(number << 1 >> 1);
  }

  /** Returns the value from -2^30 to 2^30 - 1. */
  public int signed() {
    return value;
  }

  /** Returns the value from 0 to 2^31 - 1. */
  public int unsigned() {
    return value & Integer.MAX_VALUE;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof I31 number && number.value == value;
  }

  @Override
  public int hashCode() {
    return value;
  }

  /** Returns the value in decimal digits, with its sign. */
  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
