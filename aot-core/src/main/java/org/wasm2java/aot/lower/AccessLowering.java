package org.wasm2java.aot.lower;

import java.util.List;
import org.wasm2java.aot.instruction.Effect;
import org.wasm2java.aot.instruction.Flow;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.instruction.Typing;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Effects;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.Stmt;

/**
 * Lowers loads and stores.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/exec/instructions.html#memory-instructions">Memory
 *     instructions</a>
 */
final class AccessLowering {
  /** What an access has until its function is split. */
  private static final Expr.AccessStyle UNDECIDED = Expr.AccessStyle.CALL;

  private final ValueStack stack;
  private final Locals locals;

  AccessLowering(ValueStack stack, Locals locals) {
    this.stack = stack;
    this.locals = locals;
  }

  /** Lowers an access to a memory. */
  Flow lower(Instruction.Memory access, int at) {
    Typing.Access typing = (Typing.Access) access.opcode().typing();
    int operandCount = 1 + typing.operands().size();
    // Java fetches the array before the operands: none of them may replace it, nor wait below.
    stack.nameGrowing(stack.height());
    List<PendingValue> operands = stack.pop(operandCount);
    Local bytes = locals.memory(access.memArg().memoryIndex());
    long offset = access.memArg().offset();
    Expr address = operands.get(0).expr();
    if (access.opcode().effect() == Effect.READS) {
      Carrier carrier = Carrier.whole(typing.results().get(0));
      stack.pushNode(
          new Expr.Load(access.opcode(), carrier, bytes, offset, address, false, UNDECIDED, at),
          operands);
    } else {
      int effects = Effects.TRAPS | Effects.WRITES_MEMORY;
      for (PendingValue operand : operands) {
        effects |= operand.effects();
      }
      stack.emit(
          new Stmt.Store(
              access.opcode(),
              bytes,
              offset,
              address,
              operands.get(1).expr(),
              false,
              UNDECIDED,
              at),
          effects);
    }
    return Flow.NEXT;
  }
}
