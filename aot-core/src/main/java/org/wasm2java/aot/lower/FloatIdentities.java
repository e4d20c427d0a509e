package org.wasm2java.aot.lower;

import java.util.List;
import org.wasm2java.aot.instruction.NumericOpcode;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Expr.Constant;
import org.wasm2java.aot.ir.Expr.Operation;

/**
 * HotSpot folds arithmetic with a neutral constant away, and a signalling NaN with it; WebAssembly
 * gives a quiet one. Such operations become one that HotSpot does not fold: {@code min(x, x)},
 * which is x, quieted.
 *
 * @see <a href="https://webassembly.github.io/spec/core/exec/numerics.html#nan-propagation">NaN
 *     propagation</a>
 */
public final class FloatIdentities {
  private static final long ONE_32 = Float.floatToRawIntBits(1f);
  private static final long ONE_64 = Double.doubleToRawLongBits(1d);

  private FloatIdentities() {}

  /** Returns which operand (0 or 1) is all the result, or -1 if the operation computes. */
  public static int onlyOperand(Opcode opcode, Expr left, Expr right) {
    if (isNeutral(opcode, right)) {
      return 0;
    }
    boolean commutes = opcode == NumericOpcode.F32_MUL || opcode == NumericOpcode.F64_MUL;
    return commutes && isNeutral(opcode, left) ? 1 : -1;
  }

  /** Returns the operation that gives its operand, quieted; the operand is evaluated twice. */
  public static Expr quiet(Expr operand) {
    Opcode opcode =
        operand.carrier() == Carrier.FLOAT ? NumericOpcode.F32_MIN : NumericOpcode.F64_MIN;
    return new Operation(opcode, operand.carrier(), List.of(operand, operand));
  }

  private static boolean isNeutral(Opcode opcode, Expr operand) {
    if (!(operand instanceof Constant constant) || !(opcode instanceof NumericOpcode)) {
      return false;
    }
    long bits = constant.bits();
    boolean product =
        opcode == NumericOpcode.F32_MUL
            || opcode == NumericOpcode.F32_DIV
            || opcode == NumericOpcode.F64_MUL
            || opcode == NumericOpcode.F64_DIV;
    if (product) {
      return constant.carrier() == Carrier.FLOAT ? (int) bits == (int) ONE_32 : bits == ONE_64;
    }
    boolean difference = opcode == NumericOpcode.F32_SUB || opcode == NumericOpcode.F64_SUB;
    return difference && (constant.carrier() == Carrier.FLOAT ? (int) bits == 0 : bits == 0);
  }
}
