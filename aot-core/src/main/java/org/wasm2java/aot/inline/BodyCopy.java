package org.wasm2java.aot.inline;

import org.wasm2java.aot.instruction.Immediates;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.instruction.Opcode;

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
      return new Instruction.Indexed(opcode, index(opcode.immediates(), indexed.index(), depth));
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

  private int index(Immediates immediates, int index, int depth) {
    if (immediates == Immediates.LOCAL) {
      return firstLocal + index;
    }
    return immediates == Immediates.LABEL ? label(index, depth) : index;
  }

  private static int label(int label, int depth) {
    return label == depth ? label + 1 : label;
  }
}
