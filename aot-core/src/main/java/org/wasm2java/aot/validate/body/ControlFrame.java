package org.wasm2java.aot.validate.body;

import java.util.List;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.ValueType;

/**
 * An open construct.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/appendix/algorithm.html#data-structures">Control
 *     frames</a>
 */
final class ControlFrame {
  /**
   * Where it begins.
   *
   * @param block its number in the {@link TypedBody}, -1 for the function itself
   * @param height the height of the operand stack
   * @param initHeight how many locals had been initialised
   * @param dead whether control cannot even come there
   */
  record Start(int block, int height, int initHeight, boolean dead) {}

  /** The instruction that opened it or its current arm. */
  final Opcode opcode;

  final FunctionType type;

  /** What a branch to it takes. */
  final List<ValueType> labelTypes;

  /** Its number in the {@link TypedBody}, -1 for the function itself. */
  final int block;

  /** The height of the operand stack at its start. */
  final int height;

  /** How many locals had been initialised at its start. */
  final int initHeight;

  /** Whether control cannot even come to its start. */
  final boolean dead;

  /** Whether the rest of it is unreachable, so that the stack is polymorphic. */
  boolean unreachable;

  ControlFrame(Opcode opcode, FunctionType type, List<ValueType> labelTypes, Start start) {
    this.opcode = opcode;
    this.type = type;
    this.labelTypes = labelTypes;
    this.block = start.block();
    this.height = start.height();
    this.initHeight = start.initHeight();
    this.dead = start.dead();
  }
}
