package org.wasm2java.aot.validate.body;

import org.wasm2java.aot.instruction.BlockType;
import org.wasm2java.aot.instruction.ControlOpcode;
import org.wasm2java.aot.instruction.Flow;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.NumberType;

/**
 * Types constructs, and hands branches, calls and exceptions on.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/valid/instructions.html#control-instructions">Control
 *     instructions</a>
 */
final class ControlTyping {
  private final FunctionValidator validator;
  private final BranchTyping branches;
  private final CallTyping calls;
  private final ExceptionTyping exceptions;

  ControlTyping(FunctionValidator validator) {
    this.validator = validator;
    branches = new BranchTyping(validator);
    calls = new CallTyping(validator);
    exceptions = new ExceptionTyping(validator);
  }

  Flow apply(ControlOpcode opcode, Instruction instruction) {
    return switch (opcode) {
      case UNREACHABLE -> Flow.AWAY;
      case NOP -> Flow.NEXT;
      case BLOCK, LOOP, TRY -> open(opcode, blockType(instruction));
      case IF -> openIf(blockType(instruction));
      case ELSE -> openElse();
      case END -> end();
      case BR -> branches.branch(index(instruction));
      case BR_IF -> branches.branchIf(index(instruction));
      case BR_TABLE -> branches.branchTable((Instruction.BranchTable) instruction);
      case BR_ON_NULL -> branches.branchOnNull(index(instruction));
      case BR_ON_NON_NULL -> branches.branchOnNonNull(index(instruction));
      case BR_ON_CAST -> branches.branchOnCast((Instruction.BranchOnCast) instruction);
      case BR_ON_CAST_FAIL -> branches.branchOnCastFail((Instruction.BranchOnCast) instruction);
      case RETURN -> branches.returning();
      case CALL -> calls.call(index(instruction));
      case CALL_INDIRECT -> calls.callIndirect((Instruction.DoublyIndexed) instruction);
      case CALL_REF -> calls.callRef(index(instruction));
      case RETURN_CALL -> calls.returnCall(index(instruction));
      case RETURN_CALL_INDIRECT ->
          calls.returnCallIndirect((Instruction.DoublyIndexed) instruction);
      case RETURN_CALL_REF -> calls.returnCallRef(index(instruction));
      case THROW -> exceptions.throwTag(index(instruction));
      case THROW_REF -> exceptions.throwRef();
      case TRY_TABLE -> exceptions.tryTable((Instruction.TryTable) instruction);
      case CATCH -> exceptions.catchTag(index(instruction));
      case CATCH_ALL -> exceptions.catchAll();
      case RETHROW -> exceptions.rethrow(index(instruction));
      case DELEGATE -> exceptions.delegate(index(instruction));
    };
  }

  private static int index(Instruction instruction) {
    return ((Instruction.Indexed) instruction).index();
  }

  private static BlockType blockType(Instruction instruction) {
    return ((Instruction.Structured) instruction).blockType();
  }

  private Flow open(Opcode opcode, BlockType blockType) {
    FunctionType type = validator.blockType(blockType);
    validator.popVals(type.parameters());
    validator.pushCtrl(
        opcode, type, opcode == ControlOpcode.LOOP ? type.parameters() : type.results());
    return Flow.NEXT;
  }

  private Flow openIf(BlockType blockType) {
    FunctionType type = validator.blockType(blockType);
    validator.popVal(NumberType.I32);
    validator.popVals(type.parameters());
    validator.pushCtrl(ControlOpcode.IF, type, type.results());
    return Flow.NEXT;
  }

  private Flow openElse() {
    ControlFrame frame = validator.popCtrl();
    validator.elseOf(frame);
    validator.nextArm(ControlOpcode.ELSE, frame, frame.type.parameters());
    return Flow.NEXT;
  }

  private Flow end() {
    ControlFrame frame = validator.popCtrl();
    if (frame.opcode == ControlOpcode.IF) {
      validator.nextArm(ControlOpcode.ELSE, frame, frame.type.parameters());
      validator.popCtrl();
    }
    validator.close(frame);
    return Flow.NEXT;
  }
}
