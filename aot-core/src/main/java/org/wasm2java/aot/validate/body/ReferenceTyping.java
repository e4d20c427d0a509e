package org.wasm2java.aot.validate.body;

import org.wasm2java.aot.instruction.Flow;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.instruction.ReferenceOpcode;
import org.wasm2java.aot.type.AbstractHeapType;
import org.wasm2java.aot.type.ConcreteHeapType;
import org.wasm2java.aot.type.NumberType;
import org.wasm2java.aot.type.ReferenceType;

/**
 * Types references, tests and casts.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/valid/instructions.html#reference-instructions">Reference
 *     instructions</a>
 */
final class ReferenceTyping {
  private static final ReferenceType EQREF = ReferenceType.nullable(AbstractHeapType.EQ);

  private final FunctionValidator validator;

  ReferenceTyping(FunctionValidator validator) {
    this.validator = validator;
  }

  Flow apply(ReferenceOpcode opcode, Instruction instruction) {
    return switch (opcode) {
      case REF_NULL -> refNull(((Instruction.HeapTyped) instruction).type());
      case REF_IS_NULL -> isNull();
      case REF_FUNC -> refFunc(((Instruction.Indexed) instruction).index());
      case REF_EQ -> equal();
      case REF_AS_NON_NULL -> asNonNull();
      case REF_TEST, REF_TEST_NULL -> test(((Instruction.HeapTyped) instruction).type());
      case REF_CAST, REF_CAST_NULL -> cast(((Instruction.HeapTyped) instruction).type());
    };
  }

  private Flow refNull(ReferenceType type) {
    validator.check(type);
    validator.pushVal(type);
    return Flow.NEXT;
  }

  private Flow isNull() {
    validator.operand(validator.popRef());
    validator.pushVal(NumberType.I32);
    return Flow.NEXT;
  }

  private Flow refFunc(int functionIndex) {
    ModuleContext context = validator.context();
    validator.check(functionIndex, context.spaces().functionCount(), "function");
    if (!context.declaredFunctions().get(functionIndex)) {
      throw validator.fail(
          Rules.UNDECLARED_FUNCTION,
          "function "
              + functionIndex
              + " must occur in an export, a global or an element segment (declare func)");
    }
    int typeIndex = context.spaces().functionTypeIndex(functionIndex);
    validator.pushVal(ReferenceType.nonNull(new ConcreteHeapType(typeIndex)));
    return Flow.NEXT;
  }

  private Flow equal() {
    validator.popVal(EQREF);
    validator.popVal(EQREF);
    validator.pushVal(NumberType.I32);
    return Flow.NEXT;
  }

  private Flow asNonNull() {
    ReferenceType reference = validator.popRef();
    validator.operand(reference);
    validator.pushVal(Nullability.without(reference));
    return Flow.NEXT;
  }

  private Flow test(ReferenceType type) {
    popCastable(type);
    validator.pushVal(NumberType.I32);
    return Flow.NEXT;
  }

  private Flow cast(ReferenceType type) {
    popCastable(type);
    validator.pushVal(type);
    return Flow.NEXT;
  }

  private void popCastable(ReferenceType type) {
    validator.check(type);
    AbstractHeapType top = validator.context().subtyping().top(type.heapType());
    if (validator.popVal(ReferenceType.nullable(top)) instanceof ReferenceType reference) {
      validator.operand(reference);
    }
  }
}
