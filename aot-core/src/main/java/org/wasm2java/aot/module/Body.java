package org.wasm2java.aot.module;

import java.util.List;
import org.wasm2java.aot.instruction.Instruction;

/**
 * A sequence of instructions that ends in {@code end}: a function's or a constant expression.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/syntax/instructions.html#expressions">Expressions</a>
 */
public final class Body {
  private final List<Instruction> instructions;
  private final int[] offsets;

  /** Instructions with the byte offset in the file of each. Takes both over without copying. */
  public Body(List<Instruction> instructions, int[] offsets) {
    this.instructions = instructions;
    this.offsets = offsets;
  }

  /** Returns how many instructions there are, the final {@code end} included. */
  public int size() {
    return instructions.size();
  }

  /** Returns an instruction. */
  public Instruction at(int instruction) {
    return instructions.get(instruction);
  }

  /** Returns the byte offset of an instruction in the file. */
  public int offset(int instruction) {
    return offsets[instruction];
  }
}
