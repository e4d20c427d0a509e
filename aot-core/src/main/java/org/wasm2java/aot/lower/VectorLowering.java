package org.wasm2java.aot.lower;

import java.util.List;
import org.wasm2java.aot.instruction.Flow;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.instruction.Typing;
import org.wasm2java.aot.instruction.VectorForm;
import org.wasm2java.aot.instruction.VectorOpcode;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Expr;

/**
 * Lowers vector instructions to operations on whole vectors. What gives a vector and has effects is
 * named at once, so that a vector that waits on the stack can be computed anywhere.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/exec/instructions.html#vector-instructions">Vector
 *     instructions</a>
 */
final class VectorLowering {
  private final ValueStack stack;
  private final AccessLowering accesses;

  VectorLowering(ValueStack stack, AccessLowering accesses) {
    this.stack = stack;
    this.accesses = accesses;
  }

  /** Lowers a vector instruction. */
  Flow lower(Instruction instruction, int at) {
    VectorOpcode opcode = (VectorOpcode) instruction.opcode();
    if (instruction instanceof Instruction.Memory access) {
      return opcode.form() instanceof VectorForm.Lane lane
          ? accessLane(lane, access, at)
          : accesses.lower(access, at);
    }
    if (instruction instanceof Instruction.VectorConstant constant) {
      return operation(opcode, constant.low(), constant.high());
    }
    return operation(opcode, instruction instanceof Instruction.Lane lane ? lane.lane() : 0, 0);
  }

  private Flow operation(VectorOpcode opcode, long low, long high) {
    Typing.Signature typing = (Typing.Signature) opcode.typing();
    Carrier carrier = Carrier.whole(typing.results().get(0));
    List<PendingValue> operands = stack.pop(typing.operands().size());
    List<Expr> exprs = PendingValue.exprs(operands);
    stack.pushNode(new Expr.Vector(opcode, carrier, exprs, low, high), operands);
    return Flow.NEXT;
  }

  /** An access to a lane is an access to a number and an instruction that puts or gets the lane. */
  private Flow accessLane(VectorForm.Lane form, Instruction.Memory access, int at) {
    Instruction.Memory number = new Instruction.Memory(form.number(), access.memArg(), -1);
    PendingValue vector = stack.pop();
    if (form.vector().form() instanceof VectorForm.Extract) {
      stack.push(vector);
      operation(form.vector(), access.lane(), 0);
      return accesses.lower(number, at);
    }
    accesses.lower(number, at);
    PendingValue loaded = stack.pop();
    stack.push(vector);
    stack.push(loaded);
    return operation(form.vector(), access.lane(), 0);
  }

  /** Names the vector on top and returns its halves, which have no effects. */
  List<Expr> popHalves() {
    stack.name(0);
    return Vectors.carried(List.of(stack.pop().expr()));
  }
}
