package org.wasm2java.aot.validate.body;

import org.wasm2java.aot.instruction.Immediates;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.instruction.MemArg;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.instruction.Typing;
import org.wasm2java.aot.type.NumberType;

/**
 * Checks what rows of loads, stores and lanes leave to their immediates.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/valid/instructions.html#memory-instructions">Memory
 *     instructions</a>
 */
final class AccessTyping {
  private static final int VECTOR_BYTES = 16;
  private static final long MAX_OFFSET32 = 0xFFFFFFFFL;

  private final FunctionValidator validator;

  AccessTyping(FunctionValidator validator) {
    this.validator = validator;
  }

  void apply(Instruction.Memory instruction, Typing.Access access) {
    MemArg memArg = instruction.memArg();
    NumberType address = validator.memoryAddress(memArg.memoryIndex());
    checkAlignment(memArg, access);
    if (address == NumberType.I32 && Long.compareUnsigned(memArg.offset(), MAX_OFFSET32) > 0) {
      throw validator.fail(
          Rules.OFFSET_RANGE,
          Long.toUnsignedString(memArg.offset()) + " in a memory with 32-bit addresses");
    }
    if (instruction.opcode().immediates() == Immediates.MEM_ARG_LANE) {
      checkLane(instruction.lane(), VECTOR_BYTES / access.bytes());
    }
    validator.popVals(access.operands());
    validator.popVal(address);
    validator.pushVals(access.results());
  }

  private void checkAlignment(MemArg memArg, Typing.Access access) {
    int natural = Integer.numberOfTrailingZeros(access.bytes());
    boolean matches = access.atomic() ? memArg.align() == natural : memArg.align() <= natural;
    if (!matches) {
      throw validator.fail(
          access.atomic() ? Rules.ATOMIC_ALIGNMENT : Rules.ALIGNMENT,
          validator.subject()
              + " has alignment 2**"
              + memArg.align()
              + ", natural is "
              + access.bytes());
    }
  }

  /** Checks the lanes of an instruction that has some. */
  void checkLanes(Instruction instruction) {
    if (instruction instanceof Instruction.Lane lane) {
      checkLane(lane.lane(), laneCount(instruction.opcode()));
    } else if (instruction instanceof Instruction.VectorConstant lanes
        && instruction.opcode().immediates() == Immediates.LANES) {
      checkShuffle(lanes.low());
      checkShuffle(lanes.high());
    }
  }

  private void checkShuffle(long lanes) {
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      checkLane((int) (lanes >>> shift) & 0xFF, 2 * VECTOR_BYTES);
    }
  }

  private void checkLane(int lane, int count) {
    if (lane >= count) {
      throw validator.fail(Rules.LANE, lane + ", must be less than " + count);
    }
  }

  /** Returns the number of lanes of the shape that the instruction's name starts with. */
  private static int laneCount(Opcode opcode) {
    String text = opcode.text();
    return Integer.parseInt(text.substring(text.indexOf('x') + 1, text.indexOf('.')));
  }
}
