package org.wasm2java.aot.validate.body;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.wasm2java.aot.instruction.AggregateOpcode;
import org.wasm2java.aot.instruction.ControlOpcode;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.instruction.NumericOpcode;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.instruction.ReferenceOpcode;
import org.wasm2java.aot.instruction.VariableOpcode;
import org.wasm2java.aot.instruction.VectorOpcode;
import org.wasm2java.aot.module.Body;
import org.wasm2java.aot.module.Function;
import org.wasm2java.aot.module.LocalDeclarations;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.ValueType;

/**
 * Validates expressions that are evaluated at instantiation: few instructions may occur, and only
 * globals that already have their value.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/valid/instructions.html#constant-expressions">Constant
 *     expressions</a>
 */
public final class ConstantExpressionValidator {
  private static final LocalDeclarations NO_LOCALS = new LocalDeclarations(List.of(), List.of());

  private static final Set<Opcode> CONSTANT =
      Set.of(
          ControlOpcode.END,
          NumericOpcode.I32_CONST,
          NumericOpcode.I64_CONST,
          NumericOpcode.F32_CONST,
          NumericOpcode.F64_CONST,
          NumericOpcode.I32_ADD,
          NumericOpcode.I32_SUB,
          NumericOpcode.I32_MUL,
          NumericOpcode.I64_ADD,
          NumericOpcode.I64_SUB,
          NumericOpcode.I64_MUL,
          VectorOpcode.V128_CONST,
          VariableOpcode.GLOBAL_GET,
          ReferenceOpcode.REF_NULL,
          ReferenceOpcode.REF_FUNC,
          AggregateOpcode.REF_I31,
          AggregateOpcode.STRUCT_NEW,
          AggregateOpcode.STRUCT_NEW_DEFAULT,
          AggregateOpcode.ARRAY_NEW,
          AggregateOpcode.ARRAY_NEW_DEFAULT,
          AggregateOpcode.ARRAY_NEW_FIXED,
          AggregateOpcode.ANY_CONVERT_EXTERN,
          AggregateOpcode.EXTERN_CONVERT_ANY);

  private final ModuleContext context;
  private final BodyPlace place;

  /** A validator of the expressions of a module. */
  public ConstantExpressionValidator(ModuleContext context) {
    this.context = context;
    this.place = new BodyPlace(OptionalInt.empty(), context.module().names());
  }

  /**
   * Validates an expression that may read the globals below an index.
   *
   * @throws org.wasm2java.aot.diagnostic.InvalidException if it breaks a rule
   */
  public void validate(Body body, ValueType type, int globalCount) {
    FunctionValidator validator =
        new FunctionValidator(
            context,
            new Function(-1, NO_LOCALS, body, body.offset(0), 0),
            new FunctionType(List.of(), List.of(type)),
            place);
    for (int i = 0; i < body.size(); i++) {
      checkConstant(body, i, globalCount);
      validator.step(i);
    }
  }

  private void checkConstant(Body body, int index, int globalCount) {
    Instruction instruction = body.at(index);
    if (!CONSTANT.contains(instruction.opcode())) {
      throw Rules.NOT_CONSTANT.at(
          place.at(body, index), instruction.opcode().text() + " is not constant");
    }
    if (instruction.opcode() == VariableOpcode.GLOBAL_GET) {
      checkGlobal(body, index, ((Instruction.Indexed) instruction).index(), globalCount);
    }
  }

  private void checkGlobal(Body body, int index, int globalIndex, int globalCount) {
    if (Integer.compareUnsigned(globalIndex, globalCount) >= 0) {
      throw Rules.unknown("global", globalIndex).at(place.at(body, index));
    }
    if (context.spaces().globalType(globalIndex).mutable()) {
      throw Rules.NOT_CONSTANT.at(
          place.at(body, index), "global " + globalIndex + " can be set: it is not constant");
    }
  }
}
