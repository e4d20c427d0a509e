package org.wasm2java.aot.inline;

import org.wasm2java.aot.instruction.ControlOpcode;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.instruction.VariableOpcode;

/**
 * Copies instructions of a function into another one: its locals have other indices there, and
 * between its body and its end is one more construct.
 */
final class BodyCopy {
  private final int firstLocal;

  BodyCopy(int firstLocal) {
    this.firstLocal = firstLocal;
  }

  /**
   * Returns an instruction as it is in the copy.
   *
   * @param depth how many constructs of the function are open around it
   */
  Instruction of(Instruction instruction, int depth) {
    Opcode opcode = instruction.opcode();
    if (instruction instanceof Instruction.Indexed indexed) {
      return new Instruction.Indexed(opcode, index(opcode, indexed.index(), depth));
    }
    if (instruction instanceof Instruction.BranchTable table) {
      return new Instruction.BranchTable(
          opcode,
          table.labels().stream().map(label -> label(label, depth)).toList(),
          label(table.defaultLabel(), depth));
    }
    if (instruction instanceof Instruction.BranchOnCast branch) {
      return new Instruction.BranchOnCast(
          opcode, label(branch.label(), depth), branch.source(), branch.target());
    }
    return instruction;
  }

  private int index(Opcode opcode, int index, int depth) {
    if (opcode == VariableOpcode.LOCAL_GET
        || opcode == VariableOpcode.LOCAL_SET
        || opcode == VariableOpcode.LOCAL_TEE) {
      return firstLocal + index;
    }
    boolean branches =
        opcode == ControlOpcode.BR
            || opcode == ControlOpcode.BR_IF
            || opcode == ControlOpcode.BR_ON_NULL
            || opcode == ControlOpcode.BR_ON_NON_NULL;
    return branches ? label(index, depth) : index;
  }

  private static int label(int label, int depth) {
    return label == depth ? label + 1 : label;
  }
}
