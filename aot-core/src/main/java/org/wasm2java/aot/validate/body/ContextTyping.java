package org.wasm2java.aot.validate.body;

import org.wasm2java.aot.instruction.AggregateOpcode;
import org.wasm2java.aot.instruction.ControlOpcode;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.instruction.MemoryOpcode;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.instruction.ParametricOpcode;
import org.wasm2java.aot.instruction.ReferenceOpcode;
import org.wasm2java.aot.instruction.TableOpcode;
import org.wasm2java.aot.instruction.VariableOpcode;

/**
 * Types the instructions whose rows cannot, because their types depend on the module or on the
 * stack: one class per group of rows, each with a switch that javac keeps complete.
 *
 * @see <a href="https://webassembly.github.io/spec/core/valid/instructions.html">Instructions</a>
 */
final class ContextTyping {
  private final ControlTyping control;
  private final ParametricTyping parametric;
  private final VariableTyping variable;
  private final TableTyping table;
  private final MemoryTyping memory;
  private final ReferenceTyping reference;
  private final AggregateTyping aggregate;

  ContextTyping(FunctionValidator validator) {
    control = new ControlTyping(validator);
    parametric = new ParametricTyping(validator);
    variable = new VariableTyping(validator);
    table = new TableTyping(validator);
    memory = new MemoryTyping(validator);
    reference = new ReferenceTyping(validator);
    aggregate = new AggregateTyping(validator);
  }

  Flow apply(Instruction instruction) {
    Opcode opcode = instruction.opcode();
    if (opcode instanceof VariableOpcode row) {
      return variable.apply(row, ((Instruction.Indexed) instruction).index());
    }
    if (opcode instanceof ControlOpcode row) {
      return control.apply(row, instruction);
    }
    if (opcode instanceof ParametricOpcode row) {
      return parametric.apply(row, instruction);
    }
    if (opcode instanceof MemoryOpcode row) {
      return memory.apply(row, instruction);
    }
    if (opcode instanceof TableOpcode row) {
      return table.apply(row, instruction);
    }
    if (opcode instanceof ReferenceOpcode row) {
      return reference.apply(row, instruction);
    }
    return aggregate.apply((AggregateOpcode) opcode, instruction);
  }
}
