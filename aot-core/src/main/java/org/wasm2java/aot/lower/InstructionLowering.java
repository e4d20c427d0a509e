package org.wasm2java.aot.lower;

import java.util.List;
import java.util.Optional;
import org.wasm2java.aot.instruction.Flow;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.instruction.JavaForm;
import org.wasm2java.aot.instruction.MemoryOpcode;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.instruction.ParametricOpcode;
import org.wasm2java.aot.instruction.ReferenceOpcode;
import org.wasm2java.aot.instruction.TableOpcode;
import org.wasm2java.aot.instruction.Typing;
import org.wasm2java.aot.instruction.VariableOpcode;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Effects;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.JavaConstants;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.runtime.TrapKind;

/** Lowers every instruction that is not control: values, variables, memories and tables. */
final class InstructionLowering {
  /** What an access has until its function is split. */
  private static final Expr.AccessStyle UNDECIDED = Expr.AccessStyle.CALL;

  private final IndexSpaces spaces;
  private final ValueStack stack;
  private final Locals locals;
  private final EntityLowering entities;

  InstructionLowering(IndexSpaces spaces, ValueStack stack, Locals locals) {
    this.spaces = spaces;
    this.stack = stack;
    this.locals = locals;
    this.entities = new EntityLowering(spaces, stack);
  }

  /** Lowers an instruction that is not control; says whether control comes to the next one. */
  Flow lower(Instruction instruction, int at) {
    Opcode opcode = instruction.opcode();
    return switch (opcode.family()) {
      case PARAMETRIC -> lowerParametric((ParametricOpcode) opcode);
      case VARIABLE ->
          lowerVariable((VariableOpcode) opcode, ((Instruction.Indexed) instruction).index());
      case TABLE -> entities.table((TableOpcode) opcode, instruction, at);
      case ACCESS -> lowerAccess((Instruction.Memory) instruction, at);
      case MEMORY -> entities.memory((MemoryOpcode) opcode, instruction, at);
      case REFERENCE -> entities.reference((ReferenceOpcode) opcode, instruction, at);
      case NUMERIC ->
          instruction instanceof Instruction.Constant constant
              ? pushConstant(constant)
              : lowerOperation(opcode, at);
      case AGGREGATE, VECTOR, ATOMIC -> throw untranslated(opcode);
      case CONTROL -> throw new IllegalArgumentException(opcode.text() + " is control");
    };
  }

  /** Returns the exception for what {@code SupportCheck} would have refused. */
  static IllegalStateException untranslated(Opcode opcode) {
    return new IllegalStateException(opcode.text() + " passed the check of what is supported");
  }

  private Flow pushConstant(Instruction.Constant constant) {
    Typing.Signature typing = (Typing.Signature) constant.opcode().typing();
    stack.push(new Expr.Constant(Carrier.single(typing.results().get(0)), constant.bits()));
    return Flow.NEXT;
  }

  private Flow lowerOperation(Opcode opcode, int at) {
    Typing.Signature typing = (Typing.Signature) opcode.typing();
    int count = typing.operands().size();
    List<Expr> operands = PendingValue.exprs(stack.top(count));
    Carrier carrier = Carrier.single(typing.results().get(0));
    if (JavaConstants.dividesByZero(opcode, operands)) {
      return stack.leave(new Stmt.Trap(TrapKind.INTEGER_DIVIDE_BY_ZERO, at));
    }
    if (JavaConstants.computes(opcode, operands)) {
      stack.pop(count);
      stack.push(ConstantFolding.fold(opcode, carrier, operands));
    } else if (!lowerFloatIdentity(opcode, operands)) {
      stack.pushNode(new Expr.Operation(opcode, carrier, operands, at), stack.pop(count));
    }
    return Flow.NEXT;
  }

  private boolean lowerFloatIdentity(Opcode opcode, List<Expr> operands) {
    if (operands.size() != 2) {
      return false;
    }
    int only = FloatIdentities.onlyOperand(opcode, operands.get(0), operands.get(1));
    if (only >= 0) {
      stack.name(1 - only);
      PendingValue operand = stack.pop(2).get(only);
      stack.pushNode(FloatIdentities.quiet(operand.expr()), List.of(operand, operand));
    }
    return only >= 0;
  }

  private Flow lowerVariable(VariableOpcode opcode, int index) {
    return switch (opcode) {
      case LOCAL_GET -> getLocal(index);
      case LOCAL_SET -> setLocal(index);
      case LOCAL_TEE -> {
        setLocal(index);
        yield getLocal(index);
      }
      case GLOBAL_GET -> getGlobal(index);
      case GLOBAL_SET -> setGlobal(index);
    };
  }

  private Flow getLocal(int localIndex) {
    stack.push(new Expr.GetLocal(locals.declared(localIndex)));
    return Flow.NEXT;
  }

  private Flow setLocal(int localIndex) {
    stack.assign(locals.declared(localIndex), stack.pop());
    return Flow.NEXT;
  }

  private Flow getGlobal(int globalIndex) {
    stack.push(
        new Expr.GetGlobal(
            globalIndex, Carrier.single(spaces.globalType(globalIndex).valueType())));
    return Flow.NEXT;
  }

  private Flow setGlobal(int globalIndex) {
    PendingValue value = stack.pop();
    stack.emit(
        new Stmt.SetGlobal(globalIndex, value.expr()), value.effects() | Effects.WRITES_GLOBAL);
    return Flow.NEXT;
  }

  private Flow lowerParametric(ParametricOpcode opcode) {
    return switch (opcode) {
      case DROP -> drop();
      case SELECT, SELECT_TYPED -> select();
    };
  }

  private Flow drop() {
    PendingValue value = stack.pop();
    if (!Effects.isRemovable(value.effects())) {
      stack.emit(new Stmt.Evaluate(value.expr()), value.effects());
    }
    return Flow.NEXT;
  }

  /** Java evaluates the condition first and one value only: name what could notice. */
  private Flow select() {
    Optional<Expr.Constant> decided = stack.constant(0);
    if (decided.isPresent()) {
      stack.pop();
      choose(decided.get().isZero() ? 1 : 0);
      return Flow.NEXT;
    }
    int conditionEffects = stack.peek(0).effects();
    boolean conditionActs = (conditionEffects & (Effects.WRITES | Effects.TRAPS)) != 0;
    int seen = conditionActs ? Effects.READS : 0;
    for (int fromTop = 2; fromTop >= 1; fromTop--) {
      if ((stack.peek(fromTop).effects() & (seen | Effects.TRAPS | Effects.WRITES)) != 0) {
        stack.name(fromTop);
      }
    }
    List<PendingValue> operands = stack.pop(3);
    PendingValue condition = operands.get(2);
    Expr select = new Expr.Select(condition.expr(), operands.get(0).expr(), operands.get(1).expr());
    stack.pushNode(select, List.of(condition, operands.get(0), operands.get(1)));
    return Flow.NEXT;
  }

  /** Keeps one of the two values on top; what the other does is done. */
  private void choose(int kept) {
    if (!Effects.isRemovable(stack.peek(kept).effects())) {
      stack.name(kept);
    }
    stack.push(stack.pop(2).get(kept));
  }

  private Flow lowerAccess(Instruction.Memory access, int at) {
    Typing.Access typing = (Typing.Access) access.opcode().typing();
    int operandCount = 1 + typing.operands().size();
    // Java fetches the array before the operands: none of them may replace it, nor wait below.
    stack.nameGrowing(stack.height());
    List<PendingValue> operands = stack.pop(operandCount);
    Local bytes = locals.memory(access.memArg().memoryIndex());
    long offset = access.memArg().offset();
    Expr address = operands.get(0).expr();
    if (access.opcode().javaForm() instanceof JavaForm.Load) {
      Carrier carrier = Carrier.single(typing.results().get(0));
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
