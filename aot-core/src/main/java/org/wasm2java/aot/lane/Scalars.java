package org.wasm2java.aot.lane;

import static org.wasm2java.aot.instruction.NumericOpcode.I32_EQZ;

import java.util.List;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.JavaConstants;
import org.wasm2java.aot.lower.ConstantFolding;
import org.wasm2java.aot.type.NumberType;

/** Makes expressions of numbers, and computes at once what a Java compiler would. */
final class Scalars {
  private Scalars() {}

  static Expr constant(int value) {
    return new Expr.Constant(Carrier.INT, value);
  }

  static Expr constant(long value) {
    return new Expr.Constant(Carrier.LONG, value);
  }

  /** Returns the constant zero of a type. */
  static Expr zero(NumberType type) {
    return new Expr.Constant(Carrier.single(type), 0);
  }

  /** Returns an operation that gives a number of a type. */
  static Expr operation(Opcode opcode, NumberType result, List<Expr> operands) {
    Carrier carrier = Carrier.single(result);
    return JavaConstants.computes(opcode, operands)
        ? ConstantFolding.fold(opcode, carrier, operands)
        : new Expr.Operation(opcode, carrier, operands);
  }

  static Expr intOf(Opcode opcode, Expr... operands) {
    return operation(opcode, NumberType.I32, List.of(operands));
  }

  static Expr longOf(Opcode opcode, Expr... operands) {
    return operation(opcode, NumberType.I64, List.of(operands));
  }

  /** Returns one of two values without effects; a condition that is known decides at once. */
  static Expr select(Expr condition, Expr ifTrue, Expr ifFalse) {
    if (condition instanceof Expr.Constant known) {
      return known.isZero() ? ifFalse : ifTrue;
    }
    return new Expr.Select(condition, ifTrue, ifFalse);
  }

  static Expr not(Expr truth) {
    return intOf(I32_EQZ, truth);
  }
}
