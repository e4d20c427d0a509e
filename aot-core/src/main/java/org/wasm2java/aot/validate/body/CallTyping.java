package org.wasm2java.aot.validate.body;

import org.wasm2java.aot.instruction.Flow;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.type.ConcreteHeapType;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.ReferenceType;
import org.wasm2java.aot.type.TableType;

/**
 * Types calls.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/valid/instructions.html#valid-call">Validation
 *     of call</a>
 */
final class CallTyping {
  private final FunctionValidator validator;

  CallTyping(FunctionValidator validator) {
    this.validator = validator;
  }

  Flow call(int functionIndex) {
    return call(function(functionIndex));
  }

  Flow callIndirect(Instruction.DoublyIndexed instruction) {
    return call(indirect(instruction));
  }

  Flow callRef(int typeIndex) {
    return call(reference(typeIndex));
  }

  Flow returnCall(int functionIndex) {
    return returnCall(function(functionIndex));
  }

  Flow returnCallIndirect(Instruction.DoublyIndexed instruction) {
    return returnCall(indirect(instruction));
  }

  Flow returnCallRef(int typeIndex) {
    return returnCall(reference(typeIndex));
  }

  private FunctionType function(int functionIndex) {
    validator.check(functionIndex, validator.context().spaces().functionCount(), "function");
    return validator.context().spaces().functionType(functionIndex);
  }

  private FunctionType indirect(Instruction.DoublyIndexed instruction) {
    TableType table = validator.table(instruction.second());
    FunctionType type = validator.functionType(instruction.first());
    if (!validator.matches(table.elementType(), ReferenceType.FUNCREF)) {
      throw validator.fail(
          Rules.TYPE_MISMATCH,
          validator.subject()
              + " expects a table of functions, found "
              + table.elementType().text());
    }
    validator.popVal(table.limits().addressType().valueType());
    return type;
  }

  private FunctionType reference(int typeIndex) {
    FunctionType type = validator.functionType(typeIndex);
    validator.popVal(ReferenceType.nullable(new ConcreteHeapType(typeIndex)));
    return type;
  }

  private Flow call(FunctionType type) {
    validator.popVals(type.parameters());
    validator.pushVals(type.results());
    return Flow.NEXT;
  }

  private Flow returnCall(FunctionType type) {
    if (!validator.context().subtyping().matches(type.results(), validator.results())) {
      throw validator.fail(
          Rules.TYPE_MISMATCH,
          validator.subject()
              + " gives "
              + FunctionType.text(type.results())
              + ", the function returns "
              + FunctionType.text(validator.results()));
    }
    validator.popVals(type.parameters());
    return Flow.AWAY;
  }
}
