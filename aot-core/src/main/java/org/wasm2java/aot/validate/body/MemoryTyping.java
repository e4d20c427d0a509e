package org.wasm2java.aot.validate.body;

import org.wasm2java.aot.instruction.Flow;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.instruction.MemoryOpcode;
import org.wasm2java.aot.type.NumberType;

/** Types the instructions that work on whole memories. */
final class MemoryTyping {
  private final FunctionValidator validator;

  MemoryTyping(FunctionValidator validator) {
    this.validator = validator;
  }

  Flow apply(MemoryOpcode opcode, Instruction instruction) {
    return switch (opcode) {
      case MEMORY_SIZE -> size(index(instruction));
      case MEMORY_GROW -> grow(index(instruction));
      case MEMORY_FILL -> fill(index(instruction));
      case DATA_DROP -> drop(index(instruction));
      case MEMORY_INIT -> init((Instruction.DoublyIndexed) instruction);
      case MEMORY_COPY -> copy((Instruction.DoublyIndexed) instruction);
    };
  }

  private static int index(Instruction instruction) {
    return ((Instruction.Indexed) instruction).index();
  }

  private Flow size(int memoryIndex) {
    validator.pushVal(validator.memoryAddress(memoryIndex));
    return Flow.NEXT;
  }

  private Flow grow(int memoryIndex) {
    NumberType address = validator.memoryAddress(memoryIndex);
    validator.popVal(address);
    validator.pushVal(address);
    return Flow.NEXT;
  }

  private Flow fill(int memoryIndex) {
    NumberType address = validator.memoryAddress(memoryIndex);
    validator.popVal(address);
    validator.popVal(NumberType.I32);
    validator.popVal(address);
    return Flow.NEXT;
  }

  private Flow drop(int dataIndex) {
    checkData(dataIndex);
    return Flow.NEXT;
  }

  private void checkData(int dataIndex) {
    validator.check(dataIndex, validator.context().module().data().size(), "data segment");
  }

  private Flow init(Instruction.DoublyIndexed instruction) {
    NumberType address = validator.memoryAddress(instruction.second());
    checkData(instruction.first());
    validator.popVal(NumberType.I32);
    validator.popVal(NumberType.I32);
    validator.popVal(address);
    return Flow.NEXT;
  }

  private Flow copy(Instruction.DoublyIndexed instruction) {
    NumberType destination = validator.memoryAddress(instruction.first());
    NumberType source = validator.memoryAddress(instruction.second());
    validator.popVal(AddressTypes.smaller(destination, source));
    validator.popVal(source);
    validator.popVal(destination);
    return Flow.NEXT;
  }
}
