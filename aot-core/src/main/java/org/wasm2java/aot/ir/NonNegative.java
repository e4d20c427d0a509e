package org.wasm2java.aot.ir;

import org.wasm2java.aot.instruction.JavaForm;
import org.wasm2java.aot.ir.Expr.Constant;
import org.wasm2java.aot.ir.Expr.Load;
import org.wasm2java.aot.ir.Expr.Operation;

/** Which expressions cannot be negative as a Java int, whatever their operands are. */
public final class NonNegative {
  private static final int SHIFT_MASK = 31;

  private NonNegative() {}

  /** Returns whether an expression's value is never negative. */
  public static boolean always(Expr expr) {
    if (expr instanceof Constant constant) {
      return constant.carrier() == Carrier.INT && (int) constant.bits() >= 0;
    }
    if (expr instanceof Load load) {
      return load.opcode().javaForm() instanceof JavaForm.Load form && !form.mask().isEmpty();
    }
    return expr instanceof Operation operation && always(operation);
  }

  private static boolean always(Operation operation) {
    JavaForm form = operation.opcode().javaForm();
    if (form instanceof JavaForm.Infix infix
        && operation.operands().get(1) instanceof Constant constant) {
      int bits = (int) constant.bits();
      return (infix.operator().equals("&") && bits >= 0)
          || (infix.operator().equals(">>>") && (bits & SHIFT_MASK) != 0);
    }
    return form instanceof JavaForm.Comparison
        || form instanceof JavaForm.UnsignedComparison
        || form instanceof JavaForm.ZeroTest;
  }
}
