package org.wasm2java.aot.lower;

import java.util.ArrayList;
import java.util.List;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.instruction.ReferenceOpcode;
import org.wasm2java.aot.ir.EntityOperation;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Kind;
import org.wasm2java.aot.module.IndexSpaces;

/** Lowers operations on whole memories, tables, segments and references. */
final class EntityLowering {
  private final IndexSpaces spaces;
  private final ValueStack stack;

  EntityLowering(IndexSpaces spaces, ValueStack stack) {
    this.spaces = spaces;
    this.stack = stack;
  }

  /** Lowers an instruction whose operation has its name. */
  void named(Instruction instruction, int at) {
    EntityOperation operation = EntityOperation.valueOf(instruction.opcode().name());
    int first = first(instruction);
    Kind result =
        operation.result().orElseGet(() -> Kind.of(spaces.tableType(first).elementType()));
    List<Pending> operands = stack.pop(operation.operands());
    List<Expr> exprs = new ArrayList<>();
    operands.forEach(operand -> exprs.add(operand.expr()));
    Expr node = new Expr.Entity(operation, result, first, second(instruction), exprs, at);
    if (result == Kind.VOID) {
      stack.perform(node, operands);
    } else {
      stack.pushNode(node, operands);
    }
  }

  /** Lowers a reference instruction. */
  void reference(ReferenceOpcode opcode, Instruction instruction, int at) {
    switch (opcode) {
      case REF_NULL -> {
        Kind kind = Kind.of(((Instruction.HeapTyped) instruction).type());
        stack.push(new Expr.Constant(kind, 0));
      }
      case REF_IS_NULL, REF_FUNC -> named(instruction, at);
      case REF_EQ, REF_AS_NON_NULL, REF_TEST, REF_TEST_NULL, REF_CAST, REF_CAST_NULL ->
          throw new IllegalStateException(opcode.text() + " passed the check of what is supported");
    }
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
