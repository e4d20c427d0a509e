package org.wasm2java.aot.lane;

import static org.wasm2java.aot.instruction.NumericOpcode.I32_AND;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_EXTEND8_S;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_OR;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_SHL;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_SHR_U;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_WRAP_I64;

import java.util.ArrayList;
import java.util.List;
import org.wasm2java.aot.instruction.Shape;
import org.wasm2java.aot.ir.Expr;

/** Takes lanes apart to bytes without sign, and joins these again. */
final class ByteLanes {
  private static final int ALL = 0xFF;

  private final Ranges ranges;

  ByteLanes(Ranges ranges) {
    this.ranges = ranges;
  }

  /** Returns the bytes of a half, which may be used several times. */
  List<Expr> ofHalf(Expr half) {
    List<Expr> bytes = new ArrayList<>();
    for (int i = 0; i < Long.BYTES; i++) {
      bytes.add(unsigned(Scalars.intOf(I32_WRAP_I64, Conversions.shifted(half, i * Byte.SIZE))));
    }
    return bytes;
  }

  /** Returns the lowest bytes of an integer, which may be used several times. */
  List<Expr> ofInteger(Expr integer, int count) {
    List<Expr> bytes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Expr distance = Scalars.constant(i * Byte.SIZE);
      bytes.add(unsigned(i == 0 ? integer : Scalars.intOf(I32_SHR_U, integer, distance)));
    }
    return bytes;
  }

  /** Returns the lowest byte of an integer. */
  Expr unsigned(Expr integer) {
    return ranges.of(integer).isWithin(0, ALL)
        ? integer
        : Scalars.intOf(I32_AND, integer, Scalars.constant(ALL));
  }

  /** Returns the lowest byte of an integer as a number with a sign. */
  Expr signed(Expr integer) {
    if (ranges.of(integer).isWithin(Byte.MIN_VALUE, Byte.MAX_VALUE)) {
      return integer;
    }
    boolean masked =
        integer instanceof Expr.Operation operation
            && operation.opcode() == I32_AND
            && operation.operands().get(1).equals(Scalars.constant(ALL));
    return Scalars.intOf(I32_EXTEND8_S, masked ? integer.operands().get(0) : integer);
  }

  /** Returns bytes as lanes of 16 bits. */
  List<Expr> widened(List<Expr> bytes, boolean signed) {
    return signed ? bytes.stream().map(this::signed).toList() : bytes;
  }

  /** Returns bytes side by side, the first one lowest. */
  static Expr joined(List<Expr> bytes) {
    Expr joined = bytes.get(0);
    for (int i = 1; i < bytes.size(); i++) {
      Expr placed = Scalars.intOf(I32_SHL, bytes.get(i), Scalars.constant(i * Byte.SIZE));
      joined = Scalars.intOf(I32_OR, joined, placed);
    }
    return joined;
  }

  /** Returns sixteen bytes as four integers. */
  static Lanes integers(Lanes bytes) {
    List<Expr> integers = new ArrayList<>();
    for (int i = 0; i < bytes.shape().lanes(); i += Integer.BYTES) {
      integers.add(joined(bytes.values().subList(i, i + Integer.BYTES)));
    }
    return new Lanes(Shape.I32X4, integers);
  }
}
