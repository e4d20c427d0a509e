package org.wasm2java.aot.inline;

import java.util.Optional;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.instruction.NumericOpcode;
import org.wasm2java.aot.instruction.ReferenceOpcode;
import org.wasm2java.aot.instruction.VectorOpcode;
import org.wasm2java.aot.type.NumberType;
import org.wasm2java.aot.type.ReferenceType;
import org.wasm2java.aot.type.ValueType;

/** What a declared local has before it is assigned. */
final class Zeros {
  private Zeros() {}

  /** Returns the instruction that pushes it; nothing for a type that has none. */
  static Optional<Instruction> of(ValueType type) {
    if (type instanceof ReferenceType reference) {
      ReferenceType nulls = ReferenceType.nullable(reference.heapType());
      return reference.nullable()
          ? Optional.of(new Instruction.HeapTyped(ReferenceOpcode.REF_NULL, nulls))
          : Optional.empty();
    }
    return Optional.of(
        type instanceof NumberType number
            ? new Instruction.Constant(opcode(number), 0)
            : new Instruction.VectorConstant(VectorOpcode.V128_CONST, 0, 0));
  }

  private static NumericOpcode opcode(NumberType type) {
    return switch (type) {
      case I32 -> NumericOpcode.I32_CONST;
      case I64 -> NumericOpcode.I64_CONST;
      case F32 -> NumericOpcode.F32_CONST;
      case F64 -> NumericOpcode.F64_CONST;
    };
  }
}
