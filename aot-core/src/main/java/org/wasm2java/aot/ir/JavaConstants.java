package org.wasm2java.aot.ir;

import java.util.List;
import org.wasm2java.aot.instruction.JavaForm;
import org.wasm2java.aot.instruction.Opcode;

/**
 * What a Java compiler computes by itself. Java has rules for such constants that WebAssembly does
 * not have: what follows {@code do {} while (1 < 2)} cannot be reached, and a remainder by zero is
 * a warning. So lowering computes them, and no phase behind it makes any: conditions and divisors
 * that look like constants to a Java compiler do not exist.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jls/se17/html/jls-15.html#jls-15.29">JLS
 *     15.29</a>
 */
public final class JavaConstants {
  private JavaConstants() {}

  /**
   * Returns whether Java computes an operation when it compiles: on constants, by an operator. What
   * is written as a call of a method it leaves alone.
   */
  public static boolean computes(Opcode opcode, List<Expr> operands) {
    return !(opcode.javaForm() instanceof JavaForm.Call)
        && operands.stream().allMatch(Expr.Constant.class::isInstance);
  }

  /** Returns whether an operation is an operator that divides integers by a constant zero. */
  public static boolean dividesByZero(Opcode opcode, List<Expr> operands) {
    return opcode.javaForm() instanceof JavaForm.Infix infix
        && (infix.operator().equals("/") || infix.operator().equals("%"))
        && operands.get(1) instanceof Expr.Constant divisor
        && divisor.isZero();
  }
}
