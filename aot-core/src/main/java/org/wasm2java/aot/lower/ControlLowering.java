package org.wasm2java.aot.lower;

import java.util.List;
import java.util.Optional;
import org.wasm2java.aot.callee.Callees;
import org.wasm2java.aot.instruction.BlockType;
import org.wasm2java.aot.instruction.ControlOpcode;
import org.wasm2java.aot.instruction.Flow;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.ir.Label;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.validate.ValidModule;
import org.wasm2java.runtime.TrapKind;

/** Lowers control instructions: hands constructs, branches and calls on, and numbers labels. */
final class ControlLowering {
  private final ValidModule module;
  private final ValueStack stack;
  private final BlockLowering blocks;
  private final ConditionalLowering conditionals;
  private final BranchLowering branches;
  private final CallLowering calls;
  private final ExceptionLowering exceptions;
  private final TailCallLowering tailCalls;
  private int labels;

  ControlLowering(
      ValidModule module, Callees callees, ValueStack stack, Locals locals, int functionIndex) {
    this.module = module;
    this.stack = stack;
    this.blocks = new BlockLowering(stack, locals);
    this.conditionals = new ConditionalLowering(stack, locals, blocks);
    this.branches = new BranchLowering(stack, locals, new CastLowering(module, stack));
    this.calls = new CallLowering(module.spaces(), callees.growth(), stack, locals);
    TailCallLowering.Caller caller =
        new TailCallLowering.Caller(functionIndex, callees.listened(), this::newLabel);
    this.tailCalls = new TailCallLowering(module.spaces(), stack, locals, calls, caller);
    this.exceptions =
        new ExceptionLowering(module.spaces(), stack, locals, branches, this::newLabel);
  }

  int labelCount() {
    return labels;
  }

  /** Returns the label of the loop around the body, if a tail call repeats it. */
  Optional<Label> start() {
    return tailCalls.start();
  }

  /**
   * Lowers an instruction; says whether control comes to the next one.
   *
   * @param number the instruction's number in the body
   * @param at its byte offset in the module
   */
  Flow lower(ControlOpcode opcode, Instruction instruction, int number, int at) {
    return switch (opcode) {
      case UNREACHABLE -> stack.leave(new Stmt.Trap(TrapKind.UNREACHABLE, at));
      case NOP -> Flow.NEXT;
      case BLOCK -> blocks.openBlock(start(instruction, number, 0));
      case LOOP -> blocks.openLoop(start(instruction, number, 0));
      case IF -> conditionals.open(start(instruction, number, 1));
      case ELSE -> conditionals.openElse((OpenIf) stack.current());
      case END -> end(stack.current());
      case BR -> branches.branch(index(instruction));
      case BR_IF -> branches.branchIf(index(instruction));
      case BR_TABLE -> branchTable((Instruction.BranchTable) instruction);
      case RETURN -> branches.returning();
      case CALL -> calls.call(index(instruction), at);
      case CALL_INDIRECT -> callIndirect((Instruction.DoublyIndexed) instruction, at);
      case RETURN_CALL -> tailCall(index(instruction), at);
      case RETURN_CALL_INDIRECT -> tailCallIndirect((Instruction.DoublyIndexed) instruction, at);
      case CALL_REF -> calls.callRef(index(instruction), at);
      case RETURN_CALL_REF -> tailCallRef(index(instruction), at);
      case BR_ON_NULL -> branches.branchOnNull(index(instruction));
      case BR_ON_NON_NULL -> branches.branchOnNonNull(index(instruction));
      case BR_ON_CAST -> branches.branchOnCast((Instruction.BranchOnCast) instruction);
      case BR_ON_CAST_FAIL -> branches.branchOnCastFail((Instruction.BranchOnCast) instruction);
      case THROW -> exceptions.throwTag(index(instruction), at);
      case THROW_REF -> exceptions.throwRef(at);
      case TRY_TABLE -> tryTable((Instruction.TryTable) instruction, number);
      case TRY -> exceptions.open(start(instruction, number, 0), List.of());
      case CATCH -> exceptions.openCatch(index(instruction));
      case CATCH_ALL -> exceptions.openCatch(OpenTry.ANY_TAG);
      case RETHROW -> exceptions.rethrow(index(instruction));
      case DELEGATE -> exceptions.delegate(index(instruction));
    };
  }

  private static int index(Instruction instruction) {
    return ((Instruction.Indexed) instruction).index();
  }

  /** Returns the start of a construct, {@code above} whose parameters lie other operands. */
  private OpenConstruct.Start start(Instruction instruction, int number, int above) {
    return start(((Instruction.Structured) instruction).blockType(), number, above);
  }

  private OpenConstruct.Start start(BlockType blockType, int number, int above) {
    FunctionType type = module.blockType(blockType);
    int base = stack.height() - above - type.parameters().size();
    return new OpenConstruct.Start(type, number, newLabel(), base);
  }

  private Label newLabel() {
    return new Label(labels++);
  }

  private Flow tryTable(Instruction.TryTable instruction, int number) {
    return exceptions.open(start(instruction.blockType(), number, 0), instruction.clauses());
  }

  /** Returns the statements of the whole function. */
  List<Stmt> body(OpenConstruct function) {
    return exceptions.delegated(function, function.takeStatements());
  }

  private Flow end(OpenConstruct construct) {
    return switch (construct.form()) {
      case FUNCTION -> construct.reachable() ? branches.returning() : Flow.AWAY;
      case BLOCK, LOOP -> blocks.close(construct);
      case IF -> conditionals.close((OpenIf) construct);
      case TRY -> exceptions.close((OpenTry) construct);
    };
  }

  private Flow branchTable(Instruction.BranchTable instruction) {
    return branches.branchTable(instruction.labels(), instruction.defaultLabel());
  }

  private Flow callIndirect(Instruction.DoublyIndexed instruction, int at) {
    return calls.callIndirect(instruction.first(), instruction.second(), at);
  }

  private Flow tailCall(int functionIndex, int at) {
    if (tailCalls.isPossible(module.spaces().functionType(functionIndex))) {
      return tailCalls.call(functionIndex);
    }
    calls.call(functionIndex, at);
    return branches.returning();
  }

  private Flow tailCallIndirect(Instruction.DoublyIndexed instruction, int at) {
    if (tailCalls.isPossible(module.spaces().functionTypeAt(instruction.first()))) {
      return tailCalls.callIndirect(instruction.first(), instruction.second(), at);
    }
    callIndirect(instruction, at);
    return branches.returning();
  }

  private Flow tailCallRef(int typeIndex, int at) {
    if (tailCalls.isPossible(module.spaces().functionTypeAt(typeIndex))) {
      return tailCalls.callRef(typeIndex, at);
    }
    calls.callRef(typeIndex, at);
    return branches.returning();
  }
}
