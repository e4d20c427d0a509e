package org.wasm2java.aot.instruction;

import static org.wasm2java.aot.type.NumberType.I32;
import static org.wasm2java.aot.type.NumberType.I64;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.wasm2java.aot.type.ValueType;

/**
 * How a vector instruction works on lanes: a column of its row. Most have an operation that is done
 * once for each lane of the result, or for each half of it; which one, {@link VectorOpcode#lane}
 * says.
 */
public sealed interface VectorForm {
  /** Each lane of the result is the operation on the same lanes of the operands. */
  record Lanewise(Shape operands, Shape result) implements VectorForm {}

  /**
   * Each half of the result is the operation on the same halves of the operands, which are lanes of
   * 16 bits; in the shape of eight integers, each lane is that of {@code word}.
   */
  record Words(WordOperation word) implements VectorForm {}

  /** As {@link Words}, with a distance for all lanes as the last operand. */
  record WordShift(WordOperation word) implements VectorForm {}

  /** As {@link Lanewise}, with a distance for all lanes as the last operand. */
  record Shift(Shape shape) implements VectorForm {}

  /** All lanes are what the operation makes of a number. */
  record Splat(Shape shape) implements VectorForm {}

  /**
   * One lane as a number.
   *
   * @param bits the size of a lane, which may be less than that of the shape's
   */
  record Extract(Shape shape, int bits, boolean signed) implements VectorForm {}

  /** The operand with another number in one lane, see {@link Extract}. */
  record Replace(Shape shape, int bits) implements VectorForm {}

  /** A number that the operation makes of all lanes. */
  record Reduce(Shape shape) implements VectorForm {}

  /**
   * The operation makes a half of the result of all lanes of an operand.
   *
   * @param signed whether the lanes of the result have a sign; those of the operand have
   */
  record Narrow(Shape operands, boolean signed) implements VectorForm {}

  /**
   * The operation makes a lane of the result of a lane of the operands' low or high half; where a
   * lane is a whole half, it takes the number of the part as its last operand.
   */
  record Widen(Shape operands, Shape result, boolean high, boolean signed) implements VectorForm {
    /** The form for the low half of the operands. */
    static Widen low(Shape operands, Shape result) {
      return new Widen(operands, result, false, true);
    }

    /** The form for the high half of the operands. */
    static Widen high(Shape operands, Shape result) {
      return new Widen(operands, result, true, true);
    }

    /** The form for the low half of operands whose lanes have no sign. */
    static Widen lowU(Shape operands, Shape result) {
      return new Widen(operands, result, false, false);
    }

    /** The form for the high half of operands whose lanes have no sign. */
    static Widen highU(Shape operands, Shape result) {
      return new Widen(operands, result, true, false);
    }

    /** Returns whether it makes lanes of 16 bits of bytes. */
    public boolean ofBytes() {
      return result == Shape.I64X2 && byPart();
    }

    /** Returns whether the operation picks a part of a half by its number. */
    public boolean byPart() {
      return operands == Shape.I64X2;
    }
  }

  /**
   * Two lanes of the result are of one half of the operands; the operation takes which of them.
   *
   * @param adds whether the last operand is added to the result
   */
  record Pairwise(boolean adds, boolean signed) implements VectorForm {}

  /** The low lanes of the result are of the operand's fewer lanes, the others zero. */
  record LowOnly(Shape operands, Shape result) implements VectorForm {}

  /** A half of the result takes bytes of the first operand, as a half of the second says. */
  record Swizzle() implements VectorForm {}

  /** Bytes of two operands, as the immediate says. */
  record Shuffle() implements VectorForm {}

  /** The immediate. */
  record Constant() implements VectorForm {}

  /** The same for each bit, and so in every shape of integers. */
  record Bitwise() implements VectorForm {}

  /** A load or store of all bits. */
  record Whole() implements VectorForm {}

  /**
   * A load of a number, of which another instruction makes a vector.
   *
   * @param number the load of the number
   * @param vector what makes a vector of it
   */
  record LoadNumber(AccessOpcode number, VectorOpcode vector) implements VectorForm {}

  /** As {@link LoadNumber}; the number is the lowest lane and all others are zero. */
  record LoadZero(AccessOpcode number, VectorOpcode vector) implements VectorForm {}

  /** As {@link LoadNumber}; the number becomes the low half, which the instruction widens. */
  record LoadHalf(VectorOpcode vector) implements VectorForm {}

  /** A load or store of one lane: an access, and what puts or gets the lane. */
  record Lane(AccessOpcode number, VectorOpcode vector) implements VectorForm {}

  /**
   * Returns the types of the operation on lanes.
   *
   * @param vectors how many operands of the instruction are vectors
   * @param number the type of a number that it takes or gives
   * @throws IllegalStateException if there is no such operation
   */
  default Typing.Signature lane(int vectors, ValueType number) {
    if (this instanceof Lanewise form) {
      return signature(times(vectors, form.operands().lane()), form.result().lane());
    } else if (this instanceof Words) {
      return signature(times(vectors, I64), I64);
    } else if (this instanceof WordShift) {
      return signature(List.of(I64, I32), I64);
    } else if (this instanceof Shift form) {
      return signature(List.of(form.shape().lane(), I32), form.shape().lane());
    } else if (this instanceof Splat form) {
      return signature(List.of(number), form.shape().lane());
    } else if (this instanceof Reduce form) {
      return signature(times(form.shape().lanes(), form.shape().lane()), I32);
    } else if (this instanceof Narrow form) {
      return signature(times(form.operands().lanes(), form.operands().lane()), I64);
    } else if (this instanceof Widen form) {
      List<ValueType> operands = times(vectors, form.operands().lane());
      return signature(form.byPart() ? and(operands, I32) : operands, form.result().lane());
    } else if (this instanceof Pairwise form) {
      return signature(and(times(form.adds() ? vectors - 1 : vectors, I64), I32), I32);
    } else if (this instanceof LowOnly form) {
      return signature(List.of(form.operands().lane()), form.result().lane());
    } else if (this instanceof Swizzle) {
      return signature(List.of(I64, I64, I64), I64);
    } else if (this instanceof Shuffle) {
      return signature(List.of(I64, I64, I64, I64, I64), I64);
    }
    throw new IllegalStateException(this + " has no operation on lanes");
  }

  private static Typing.Signature signature(List<ValueType> operands, ValueType result) {
    return new Typing.Signature(operands, List.of(result));
  }

  private static List<ValueType> times(int count, ValueType type) {
    return new ArrayList<>(Collections.nCopies(count, type));
  }

  private static List<ValueType> and(List<ValueType> types, ValueType last) {
    types.add(last);
    return types;
  }
}
