package org.wasm2java.aot.validate.body;

import java.util.ArrayList;
import java.util.List;
import org.wasm2java.aot.instruction.CatchClause;
import org.wasm2java.aot.instruction.ControlOpcode;
import org.wasm2java.aot.instruction.Flow;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.type.AbstractHeapType;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.ReferenceType;
import org.wasm2java.aot.type.ValueType;

/**
 * Types exceptions, in their standard form and in the form before it.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/valid/instructions.html#valid-try-table">Validation
 *     of try_table</a>
 */
final class ExceptionTyping {
  private static final ReferenceType CAUGHT = ReferenceType.nonNull(AbstractHeapType.EXN);

  private final FunctionValidator validator;

  ExceptionTyping(FunctionValidator validator) {
    this.validator = validator;
  }

  Flow throwTag(int tagIndex) {
    validator.popVals(payload(tagIndex));
    return Flow.AWAY;
  }

  private List<ValueType> payload(int tagIndex) {
    validator.check(tagIndex, validator.context().spaces().tagCount(), "tag");
    int typeIndex = validator.context().spaces().tagType(tagIndex).typeIndex();
    return validator.functionType(typeIndex).parameters();
  }

  Flow throwRef() {
    validator.popVal(ReferenceType.EXNREF);
    return Flow.AWAY;
  }

  Flow tryTable(Instruction.TryTable instruction) {
    FunctionType type = validator.blockType(instruction.blockType());
    validator.popVals(type.parameters());
    for (CatchClause clause : instruction.clauses()) {
      checkClause(clause);
    }
    validator.pushCtrl(ControlOpcode.TRY_TABLE, type, type.results());
    return Flow.NEXT;
  }

  private void checkClause(CatchClause clause) {
    List<ValueType> pushed =
        switch (clause.kind()) {
          case CATCH -> payload(clause.tagIndex());
          case CATCH_REF -> withReference(payload(clause.tagIndex()));
          case CATCH_ALL -> List.of();
          case CATCH_ALL_REF -> List.of(CAUGHT);
        };
    List<ValueType> taken = validator.frame(clause.label()).labelTypes;
    if (!validator.context().subtyping().matches(pushed, taken)) {
      throw validator.fail(
          Rules.TYPE_MISMATCH,
          "a clause of try_table gives "
              + FunctionType.text(pushed)
              + ", its label takes "
              + FunctionType.text(taken));
    }
  }

  private static List<ValueType> withReference(List<ValueType> payload) {
    List<ValueType> types = new ArrayList<>(payload);
    types.add(CAUGHT);
    return types;
  }

  /**
   * Types the {@code catch} of a {@code try}.
   *
   * @see <a
   *     href="https://github.com/WebAssembly/exception-handling/blob/main/proposals/exception-handling/legacy/Exceptions.md">Legacy
   *     exceptions</a>
   */
  Flow catchTag(int tagIndex) {
    ControlFrame frame = validator.popCtrl();
    validator.nextArm(ControlOpcode.CATCH, frame, payload(tagIndex));
    return Flow.NEXT;
  }

  Flow catchAll() {
    validator.nextArm(ControlOpcode.CATCH_ALL, validator.popCtrl(), List.of());
    return Flow.NEXT;
  }

  Flow rethrow(int label) {
    ControlFrame frame = validator.frame(label);
    if (frame.opcode != ControlOpcode.CATCH && frame.opcode != ControlOpcode.CATCH_ALL) {
      throw validator.fail(
          Rules.RETHROW_LABEL, "label " + label + " is not a catch but " + frame.opcode.text());
    }
    return Flow.AWAY;
  }

  Flow delegate(int label) {
    ControlFrame frame = validator.popCtrl();
    validator.frame(label);
    validator.close(frame);
    return Flow.NEXT;
  }
}
