package org.wasm2java.aot.validate.body;

import java.util.List;
import org.wasm2java.aot.instruction.Flow;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.instruction.ParametricOpcode;
import org.wasm2java.aot.type.NumberType;
import org.wasm2java.aot.type.ReferenceType;
import org.wasm2java.aot.type.ValueType;

/**
 * Types {@code drop} and {@code select}.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/valid/instructions.html#parametric-instructions">Parametric
 *     instructions</a>
 */
final class ParametricTyping {
  private final FunctionValidator validator;

  ParametricTyping(FunctionValidator validator) {
    this.validator = validator;
  }

  Flow apply(ParametricOpcode opcode, Instruction instruction) {
    return switch (opcode) {
      case DROP -> drop();
      case SELECT -> select();
      case SELECT_TYPED -> selectTyped(((Instruction.SelectTyped) instruction).types());
    };
  }

  private Flow drop() {
    validator.operand(validator.popVal());
    return Flow.NEXT;
  }

  private Flow select() {
    validator.popVal(NumberType.I32);
    ValueType second = numeric(validator.popVal());
    ValueType first = numeric(validator.popVal());
    ValueType type = Bottom.isValue(first) ? second : first;
    if (type != second && !Bottom.isValue(second)) {
      throw validator.fail(
          Rules.TYPE_MISMATCH,
          "select needs two operands of one type, found ["
              + first.text()
              + " "
              + second.text()
              + "]");
    }
    validator.operand(type);
    validator.pushVal(type);
    return Flow.NEXT;
  }

  private ValueType numeric(ValueType type) {
    if (type instanceof ReferenceType && !Bottom.isValue(type)) {
      throw validator.fail(
          Rules.TYPE_MISMATCH,
          "select of references must name its type, found [" + FunctionValidator.text(type) + "]");
    }
    return type;
  }

  private Flow selectTyped(List<ValueType> types) {
    if (types.size() != 1) {
      throw validator.fail(Rules.RESULT_ARITY, "select has " + types.size() + " types, must be 1");
    }
    ValueType type = types.get(0);
    validator.check(type);
    validator.popVal(NumberType.I32);
    validator.popVal(type);
    validator.popVal(type);
    validator.operand(type);
    validator.pushVal(type);
    return Flow.NEXT;
  }
}
