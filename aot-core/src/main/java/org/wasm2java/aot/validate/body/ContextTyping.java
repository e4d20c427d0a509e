package org.wasm2java.aot.validate.body;

import org.wasm2java.aot.instruction.AggregateOpcode;
import org.wasm2java.aot.instruction.ControlOpcode;
import org.wasm2java.aot.instruction.Flow;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.instruction.MemoryOpcode;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.instruction.ParametricOpcode;
import org.wasm2java.aot.instruction.ReferenceOpcode;
import org.wasm2java.aot.instruction.TableOpcode;
import org.wasm2java.aot.instruction.VariableOpcode;

/**
 * Types the instructions whose rows cannot, because their types depend on the module or on the
 * stack: one class per family of rows, each with a switch that javac keeps complete.
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
    return switch (opcode.family()) {
      case CONTROL -> control.apply((ControlOpcode) opcode, instruction);
      case PARAMETRIC -> parametric.apply((ParametricOpcode) opcode, instruction);
      case VARIABLE ->
          variable.apply((VariableOpcode) opcode, ((Instruction.Indexed) instruction).index());
      case TABLE -> table.apply((TableOpcode) opcode, instruction);
      case MEMORY -> memory.apply((MemoryOpcode) opcode, instruction);
      case REFERENCE -> reference.apply((ReferenceOpcode) opcode, instruction);
      case AGGREGATE -> aggregate.apply((AggregateOpcode) opcode, instruction);
      case ACCESS, NUMERIC, VECTOR, ATOMIC ->
          throw new IllegalStateException(opcode.text() + " is typed by its row");
    };
  }
}
