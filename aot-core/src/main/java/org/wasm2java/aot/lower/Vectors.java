package org.wasm2java.aot.lower;

import java.util.ArrayList;
import java.util.List;
import org.wasm2java.aot.instruction.VectorOpcode;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Expr;

/**
 * Whole vectors and the two longs that they are where a function begins and ends: in parameters,
 * results and globals.
 */
final class Vectors {
  /** The vector of zeros. */
  static final Expr ZERO =
      new Expr.Vector(VectorOpcode.V128_CONST, Carrier.VECTOR, List.of(), 0, 0);

  private Vectors() {}

  /** Returns the vector of two halves. */
  static Expr ofHalves(Expr low, Expr high) {
    Expr both = new Expr.Vector(VectorOpcode.I64X2_SPLAT, Carrier.VECTOR, List.of(low), 0, 0);
    return new Expr.Vector(
        VectorOpcode.I64X2_REPLACE_LANE, Carrier.VECTOR, List.of(both, high), 1, 0);
  }

  /** Returns the low half of a vector, number 0, or its high half. */
  static Expr half(Expr vector, int number) {
    if (vector instanceof Expr.Vector known) {
      if (known.opcode() == VectorOpcode.V128_CONST) {
        return new Expr.Constant(Carrier.LONG, number == 0 ? known.low() : known.high());
      }
      if (known.opcode() == VectorOpcode.I64X2_REPLACE_LANE
          && known.operands().get(0) instanceof Expr.Vector both
          && both.opcode() == VectorOpcode.I64X2_SPLAT
          && known.low() == 1) {
        return number == 0 ? both.operands().get(0) : known.operands().get(1);
      }
    }
    return new Expr.Vector(
        VectorOpcode.I64X2_EXTRACT_LANE, Carrier.LONG, List.of(vector), number, 0);
  }

  /** Returns the values that carry values: two for a vector. */
  static List<Expr> carried(List<Expr> values) {
    List<Expr> carried = new ArrayList<>(values.size());
    for (Expr value : values) {
      if (value.carrier() == Carrier.VECTOR) {
        carried.add(half(value, 0));
        carried.add(half(value, 1));
      } else {
        carried.add(value);
      }
    }
    return carried;
  }
}
