package org.wasm2java.aot.lower;

import java.util.List;
import org.wasm2java.aot.instruction.Flow;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.instruction.MemoryOpcode;
import org.wasm2java.aot.instruction.ReferenceOpcode;
import org.wasm2java.aot.instruction.TableOpcode;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.EntityOperation;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.validate.ValidModule;
import org.wasm2java.runtime.TrapKind;

/** Lowers operations on whole memories, tables, segments and references. */
final class EntityLowering {
  private final ValidModule module;
  private final IndexSpaces spaces;
  private final ValueStack stack;

  EntityLowering(ValidModule module, ValueStack stack) {
    this.module = module;
    this.spaces = module.spaces();
    this.stack = stack;
  }

  /** Lowers an instruction on a whole memory or a data segment. */
  Flow memory(MemoryOpcode opcode, Instruction instruction, int at) {
    return switch (opcode) {
      case MEMORY_SIZE -> perform(EntityOperation.MEMORY_SIZE, instruction, at);
      case MEMORY_GROW -> perform(EntityOperation.MEMORY_GROW, instruction, at);
      case MEMORY_FILL -> perform(EntityOperation.MEMORY_FILL, instruction, at);
      case MEMORY_COPY -> perform(EntityOperation.MEMORY_COPY, instruction, at);
      case MEMORY_INIT -> perform(EntityOperation.MEMORY_INIT, instruction, at);
      case DATA_DROP -> perform(EntityOperation.DATA_DROP, instruction, at);
    };
  }

  /** Lowers an instruction on a table or an element segment. */
  Flow table(TableOpcode opcode, Instruction instruction, int at) {
    return switch (opcode) {
      case TABLE_GET -> perform(EntityOperation.TABLE_GET, instruction, at);
      case TABLE_SET -> perform(EntityOperation.TABLE_SET, instruction, at);
      case TABLE_SIZE -> perform(EntityOperation.TABLE_SIZE, instruction, at);
      case TABLE_GROW -> perform(EntityOperation.TABLE_GROW, instruction, at);
      case TABLE_FILL -> perform(EntityOperation.TABLE_FILL, instruction, at);
      case TABLE_COPY -> perform(EntityOperation.TABLE_COPY, instruction, at);
      case TABLE_INIT -> perform(EntityOperation.TABLE_INIT, instruction, at);
      case ELEM_DROP -> perform(EntityOperation.ELEM_DROP, instruction, at);
    };
  }

  /** Lowers a reference instruction. */
  Flow reference(ReferenceOpcode opcode, Instruction instruction, int at) {
    return switch (opcode) {
      case REF_NULL -> refNull((Instruction.HeapTyped) instruction);
      case REF_IS_NULL -> perform(EntityOperation.REF_IS_NULL, instruction, at);
      case REF_FUNC -> perform(EntityOperation.REF_FUNC, instruction, at);
      case REF_AS_NON_NULL -> asNonNull(at);
      case REF_EQ, REF_TEST, REF_TEST_NULL, REF_CAST, REF_CAST_NULL ->
          throw InstructionLowering.untranslated(opcode);
    };
  }

  private Flow refNull(Instruction.HeapTyped instruction) {
    stack.push(new Expr.Constant(Carrier.single(module.resolved(instruction.type())), 0));
    return Flow.NEXT;
  }

  private Flow asNonNull(int at) {
    PendingValue reference = stack.pop();
    if (reference.constant().isPresent()) {
      return stack.leave(new Stmt.Trap(TrapKind.NULL_REFERENCE, at));
    }
    List<Expr> operands = List.of(reference.expr());
    Carrier carrier = reference.expr().carrier();
    stack.pushNode(
        new Expr.Entity(EntityOperation.REF_AS_NON_NULL, carrier, 0, 0, operands, at),
        List.of(reference));
    return Flow.NEXT;
  }

  private Flow perform(EntityOperation operation, Instruction instruction, int at) {
    int first = first(instruction);
    Carrier result =
        operation.result().orElseGet(() -> Carrier.single(spaces.tableType(first).elementType()));
    List<PendingValue> operands = stack.pop(operation.operands());
    Expr node =
        new Expr.Entity(
            operation, result, first, second(instruction), PendingValue.exprs(operands), at);
    if (result == Carrier.VOID) {
      stack.perform(node, operands);
    } else {
      stack.pushNode(node, operands);
    }
    return Flow.NEXT;
  }

  private static int first(Instruction instruction) {
    if (instruction instanceof Instruction.DoublyIndexed doubly) {
      return doubly.first();
    }
    return instruction instanceof Instruction.Indexed indexed ? indexed.index() : 0;
  }

  private static int second(Instruction instruction) {
    return instruction instanceof Instruction.DoublyIndexed doubly ? doubly.second() : 0;
  }
}
