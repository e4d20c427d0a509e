package org.wasm2java.aot.lower;

import java.util.List;
import org.wasm2java.aot.instruction.ControlOpcode;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.module.Body;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.validate.ValidModule;

/**
 * Lowers constant expressions: initial values of globals and tables, elements, offsets.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/valid/instructions.html#constant-expressions">Constant
 *     expressions</a>
 */
public final class ConstantLowering {
  private ConstantLowering() {}

  /**
   * Returns the expression for each carrier of the value; it has no locals and no effects but
   * reading globals. The module has passed {@code SupportCheck}.
   */
  public static List<Expr> lower(ValidModule module, Body body) {
    Locals locals = new Locals(List.of(), 0, 0, List.of(), List.of());
    ValueStack stack = ValueStack.ofConstants(locals);
    stack.open(OpenConstruct.function(FunctionType.EMPTY));
    InstructionLowering lowering = new InstructionLowering(module, stack, locals);
    for (int i = 0; i < body.size(); i++) {
      Instruction instruction = body.at(i);
      if (instruction.opcode() == ControlOpcode.END) {
        break;
      }
      if (instruction.opcode() == ControlOpcode.CALL) {
        stack.push(call(module, ((Instruction.Indexed) instruction).index()));
      } else {
        lowering.lower(instruction, Expr.NOWHERE);
      }
    }
    Expr value = stack.pop().expr();
    if (!stack.current().takeStatements().isEmpty()) {
      throw new IllegalArgumentException("a constant expression takes statements");
    }
    return Vectors.carried(List.of(value));
  }

  /** Returns the call of a function whose body is a constant expression. */
  private static Expr call(ValidModule module, int functionIndex) {
    Carrier result = Carrier.single(module.spaces().functionType(functionIndex).results().get(0));
    return new Expr.Call(functionIndex, result, List.of(), false, Expr.NOWHERE);
  }
}
