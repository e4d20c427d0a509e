package org.wasm2java.aot.validate.body;

import java.util.List;
import org.wasm2java.aot.instruction.Flow;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.NumberType;
import org.wasm2java.aot.type.ReferenceType;
import org.wasm2java.aot.type.ValueType;

/**
 * Types branches.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/valid/instructions.html#valid-br">Validation of
 *     br</a>
 */
final class BranchTyping {
  private final FunctionValidator validator;

  BranchTyping(FunctionValidator validator) {
    this.validator = validator;
  }

  Flow branch(int label) {
    validator.popVals(validator.frame(label).labelTypes);
    return Flow.AWAY;
  }

  Flow branchIf(int label) {
    List<ValueType> types = validator.frame(label).labelTypes;
    validator.popVal(NumberType.I32);
    validator.popVals(types);
    validator.pushVals(types);
    return Flow.NEXT;
  }

  Flow branchTable(Instruction.BranchTable instruction) {
    validator.popVal(NumberType.I32);
    List<ValueType> defaultTypes = validator.frame(instruction.defaultLabel()).labelTypes;
    List<Integer> labels = instruction.labels();
    for (int i = 0; i < labels.size(); i++) {
      List<ValueType> types = validator.frame(labels.get(i)).labelTypes;
      if (types.size() != defaultTypes.size()) {
        throw validator.fail(
            Rules.TYPE_MISMATCH,
            "labels of br_table take "
                + FunctionType.text(types)
                + " and "
                + FunctionType.text(defaultTypes));
      }
      validator.peekVals(types);
    }
    validator.popVals(defaultTypes);
    return Flow.AWAY;
  }

  Flow returning() {
    validator.popVals(validator.results());
    return Flow.AWAY;
  }

  Flow branchOnNull(int label) {
    List<ValueType> types = validator.frame(label).labelTypes;
    ReferenceType reference = validator.popRef();
    validator.operand(reference);
    validator.popVals(types);
    validator.pushVals(types);
    validator.pushVal(Nullability.without(reference));
    return Flow.NEXT;
  }

  Flow branchOnNonNull(int label) {
    List<ValueType> types = validator.frame(label).labelTypes;
    ReferenceType target = lastReference(types);
    ReferenceType reference = validator.popRef();
    if (!validator.matches(Nullability.without(reference), target)) {
      throw mismatch(target, reference);
    }
    validator.operand(reference);
    List<ValueType> others = types.subList(0, types.size() - 1);
    validator.popVals(others);
    validator.pushVals(others);
    return Flow.NEXT;
  }

  Flow branchOnCast(Instruction.BranchOnCast instruction) {
    List<ValueType> others = checkCast(instruction, instruction.target());
    validator.popVals(others);
    validator.pushVals(others);
    validator.pushVal(difference(instruction));
    return Flow.NEXT;
  }

  Flow branchOnCastFail(Instruction.BranchOnCast instruction) {
    List<ValueType> others = checkCast(instruction, difference(instruction));
    validator.popVals(others);
    validator.pushVals(others);
    validator.pushVal(instruction.target());
    return Flow.NEXT;
  }

  /** Checks types and label and pops the reference; returns what the label takes besides it. */
  private List<ValueType> checkCast(Instruction.BranchOnCast instruction, ReferenceType branches) {
    validator.check(instruction.source());
    validator.check(instruction.target());
    if (!validator.matches(instruction.target(), instruction.source())) {
      throw mismatch(instruction.source(), instruction.target());
    }
    List<ValueType> types = validator.frame(instruction.label()).labelTypes;
    ReferenceType taken = lastReference(types);
    if (!validator.matches(branches, taken)) {
      throw mismatch(taken, branches);
    }
    validator.popVal(instruction.source());
    return types.subList(0, types.size() - 1);
  }

  /**
   * Returns the type of the reference where the cast fails.
   *
   * @see <a
   *     href="https://webassembly.github.io/spec/core/valid/conventions.html#aux-reftypediff">Difference
   *     of reference types</a>
   */
  private static ReferenceType difference(Instruction.BranchOnCast instruction) {
    return instruction.target().nullable()
        ? Nullability.without(instruction.source())
        : instruction.source();
  }

  private ReferenceType lastReference(List<ValueType> types) {
    if (!types.isEmpty() && types.get(types.size() - 1) instanceof ReferenceType reference) {
      return reference;
    }
    throw validator.fail(
        Rules.TYPE_MISMATCH,
        validator.subject()
            + " needs a label that takes a reference last, found "
            + FunctionType.text(types));
  }

  private RuntimeException mismatch(ReferenceType expected, ReferenceType found) {
    return validator.fail(
        Rules.TYPE_MISMATCH,
        validator.subject()
            + " expects ["
            + expected.text()
            + "], found ["
            + FunctionValidator.text(found)
            + "]");
  }
}
