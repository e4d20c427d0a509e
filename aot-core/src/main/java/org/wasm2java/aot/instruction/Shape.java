package org.wasm2java.aot.instruction;

import org.wasm2java.aot.type.NumberType;

/**
 * How a v128 is held in scalar values, its lanes; lane 0 is in the lowest bytes.
 *
 * @see <a href="https://webassembly.github.io/spec/core/syntax/types.html#vector-types">Vector
 *     types</a>
 */
public enum Shape {
  /** Two longs; lanes of bytes and of 16 bits are parts of these halves. */
  I64X2(NumberType.I64, 2),
  /** Eight integers, whose low 16 bits are lanes; those above may be anything. */
  I16X8(NumberType.I32, 8),
  /** Sixteen integers, each a byte without sign. */
  I8X16(NumberType.I32, 16),
  /** Four integers. */
  I32X4(NumberType.I32, 4),
  /** Four floats. */
  F32X4(NumberType.F32, 4),
  /** Two doubles. */
  F64X2(NumberType.F64, 2),
  /** Two truths, 0 or 1, for lanes of 64 bits that are all ones or zeros. */
  B64X2(NumberType.I32, 2),
  /** Four truths, 0 or 1, for lanes of 32 bits that are all ones or zeros. */
  B32X4(NumberType.I32, 4);

  private final NumberType lane;
  private final int lanes;

  Shape(NumberType lane, int lanes) {
    this.lane = lane;
    this.lanes = lanes;
  }

  /** Returns the type of a lane's value. */
  public NumberType lane() {
    return lane;
  }

  /** Returns how many lanes there are. */
  public int lanes() {
    return lanes;
  }

  /** Returns whether the lanes are truths. */
  public boolean isMask() {
    return this == B64X2 || this == B32X4;
  }

  /**
   * Returns the shape in which such a vector is loaded and stored: itself, but for integers that
   * hold fewer bits than they have.
   */
  public Shape inMemory() {
    return this == I16X8 || this == I8X16 || this == B64X2 ? I64X2 : this == B32X4 ? I32X4 : this;
  }

  /** Returns whether the lanes are of as many bits as those of another shape. */
  public boolean isAlike(Shape other) {
    return lanes == other.lanes;
  }
}
