package org.wasm2java.aot.validate.body;

import org.wasm2java.aot.instruction.Flow;
import org.wasm2java.aot.instruction.VariableOpcode;
import org.wasm2java.aot.type.GlobalType;

/** Types the instructions that read and set locals and globals. */
final class VariableTyping {
  private final FunctionValidator validator;

  VariableTyping(FunctionValidator validator) {
    this.validator = validator;
  }

  Flow apply(VariableOpcode opcode, int index) {
    return switch (opcode) {
      case LOCAL_GET -> validator.locals().get(index);
      case LOCAL_SET -> validator.locals().set(index);
      case LOCAL_TEE -> validator.locals().tee(index);
      case GLOBAL_GET -> globalGet(index);
      case GLOBAL_SET -> globalSet(index);
    };
  }

  private Flow globalGet(int globalIndex) {
    validator.pushVal(global(globalIndex).valueType());
    return Flow.NEXT;
  }

  private Flow globalSet(int globalIndex) {
    GlobalType type = global(globalIndex);
    if (!type.mutable()) {
      throw validator.fail(
          Rules.IMMUTABLE_GLOBAL, "global " + globalIndex + " cannot be set: declare it mut");
    }
    validator.popVal(type.valueType());
    return Flow.NEXT;
  }

  private GlobalType global(int globalIndex) {
    validator.check(globalIndex, validator.context().spaces().globalCount(), "global");
    return validator.context().spaces().globalType(globalIndex);
  }
}
