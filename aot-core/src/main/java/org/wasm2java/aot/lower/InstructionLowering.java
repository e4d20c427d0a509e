package org.wasm2java.aot.lower;

import java.util.List;
import java.util.Optional;
import org.wasm2java.aot.instruction.AggregateOpcode;
import org.wasm2java.aot.instruction.Flow;
import org.wasm2java.aot.instruction.Instruction;
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
import org.wasm2java.aot.type.ReferenceType;
import org.wasm2java.aot.type.ValueType;
import org.wasm2java.aot.validate.ValidModule;
import org.wasm2java.runtime.TrapKind;

/** Lowers every instruction that is not control: values, variables, memories and tables. */
final class InstructionLowering {
  private final ValidModule module;
  private final IndexSpaces spaces;
  private final ValueStack stack;
  private final Locals locals;
  private final EntityLowering entities;
  private final AggregateLowering aggregates;
  private final CastLowering casts;
  private final AccessLowering accesses;
  private final VectorLowering vectors;

  InstructionLowering(ValidModule module, ValueStack stack, Locals locals) {
    this.module = module;
    this.spaces = module.spaces();
    this.stack = stack;
    this.locals = locals;
    this.entities = new EntityLowering(module, stack);
    this.aggregates = new AggregateLowering(module, stack, locals);
    this.casts = new CastLowering(module, stack);
    this.accesses = new AccessLowering(stack, locals);
    this.vectors = new VectorLowering(stack, accesses);
  }

  /** Lowers an instruction that is not control; says whether control comes to the next one. */
  Flow lower(Instruction instruction, int at) {
    Opcode opcode = instruction.opcode();
    return switch (opcode.family()) {
      case PARAMETRIC -> lowerParametric((ParametricOpcode) opcode, instruction);
      case VARIABLE ->
          lowerVariable((VariableOpcode) opcode, ((Instruction.Indexed) instruction).index());
      case TABLE -> entities.table((TableOpcode) opcode, instruction, at);
      case ACCESS -> accesses.lower((Instruction.Memory) instruction, at);
      case MEMORY -> entities.memory((MemoryOpcode) opcode, instruction, at);
      case REFERENCE -> reference((ReferenceOpcode) opcode, instruction, at);
      case NUMERIC ->
          instruction instanceof Instruction.Constant constant
              ? pushConstant(constant)
              : lowerOperation(opcode, at);
      case VECTOR -> vectors.lower(instruction, at);
      case AGGREGATE -> aggregates.lower((AggregateOpcode) opcode, instruction, at);
      case ATOMIC -> throw untranslated(opcode);
      case CONTROL -> throw new IllegalArgumentException(opcode.text() + " is control");
    };
  }

  private Flow reference(ReferenceOpcode opcode, Instruction instruction, int at) {
    return switch (opcode) {
      case REF_NULL, REF_IS_NULL, REF_FUNC, REF_AS_NON_NULL ->
          entities.reference(opcode, instruction, at);
      case REF_EQ -> casts.equal(at);
      case REF_TEST, REF_TEST_NULL -> casts.test((Instruction.HeapTyped) instruction);
      case REF_CAST, REF_CAST_NULL -> casts.cast((Instruction.HeapTyped) instruction, at);
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
    List<Carrier> parts = Carrier.of(spaces.globalType(globalIndex).valueType());
    if (parts.size() == 1) {
      stack.push(new Expr.GetGlobal(globalIndex, 0, parts.get(0)));
    } else {
      stack.pushHalves(
          new Expr.GetGlobal(globalIndex, 0, parts.get(0)),
          new Expr.GetGlobal(globalIndex, 1, parts.get(1)));
    }
    return Flow.NEXT;
  }

  private Flow setGlobal(int globalIndex) {
    if (stack.peek(0).expr().carrier() == Carrier.VECTOR) {
      List<Expr> halves = vectors.popHalves();
      for (int part = 0; part < halves.size(); part++) {
        Stmt assignment = new Stmt.SetGlobal(globalIndex, part, halves.get(part));
        stack.emit(assignment, Effects.WRITES_GLOBAL);
      }
      return Flow.NEXT;
    }
    PendingValue value = stack.pop();
    stack.emit(
        new Stmt.SetGlobal(globalIndex, 0, value.expr()), value.effects() | Effects.WRITES_GLOBAL);
    return Flow.NEXT;
  }

  private Flow lowerParametric(ParametricOpcode opcode, Instruction instruction) {
    return switch (opcode) {
      case DROP -> drop();
      case SELECT -> select();
      case SELECT_TYPED -> selectTyped(((Instruction.SelectTyped) instruction).types().get(0));
    };
  }

  /** Java's conditional expressions have types of their own where references differ. */
  private Flow selectTyped(ValueType type) {
    if (!(module.resolved(type) instanceof ReferenceType reference)
        || Carrier.single(reference).equals(stack.peek(1).expr().carrier())
            && Carrier.single(reference).equals(stack.peek(2).expr().carrier())) {
      return select();
    }
    stack.nameTop(3);
    List<PendingValue> operands = stack.pop(3);
    Local result = locals.temporary(Carrier.single(reference));
    stack.assign(result, operands.get(1));
    Stmt chosen = new Stmt.SetLocal(result, operands.get(0).expr());
    Expr condition = operands.get(2).expr();
    if (condition instanceof Expr.Constant constant) {
      stack.assign(result, operands.get(constant.isZero() ? 1 : 0));
    } else {
      stack.emit(new Stmt.If(condition, List.of(chosen), List.of()), Effects.NONE);
    }
    stack.push(new Expr.GetLocal(result));
    return Flow.NEXT;
  }

  private Flow drop() {
    stack.drop(stack.pop());
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
}
