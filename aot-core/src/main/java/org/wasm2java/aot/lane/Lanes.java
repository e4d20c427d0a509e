package org.wasm2java.aot.lane;

import java.util.List;
import org.wasm2java.aot.instruction.Shape;
import org.wasm2java.aot.ir.Expr;

/**
 * A vector as the values of its lanes. Each may be used once, unless it is trivial.
 *
 * @param shape how many there are and of which type
 * @param values the lanes, lane 0 first
 */
record Lanes(Shape shape, List<Expr> values) {
  Lanes {
    values = List.copyOf(values);
    if (values.size() != shape.lanes()) {
      throw new IllegalArgumentException(values.size() + " lanes of " + shape);
    }
  }

  Expr get(int lane) {
    return values.get(lane);
  }
}
