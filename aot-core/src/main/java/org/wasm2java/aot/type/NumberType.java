package org.wasm2java.aot.type;

import java.util.Locale;

/**
 * The types of numbers.
 *
 * @see <a href="https://webassembly.github.io/spec/core/syntax/types.html#number-types">Number
 *     types</a>
 */
public enum NumberType implements ValueType {
  /** 32-bit integers. */
  I32(4),
  /** 64-bit integers. */
  I64(8),
  /** 32-bit floats. */
  F32(4),
  /** 64-bit floats. */
  F64(8);

  private final int bytes;

  NumberType(int bytes) {
    this.bytes = bytes;
  }

  @Override
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the width in bytes. */
  public int bytes() {
    return bytes;
  }
}
