package org.wasm2java.aot.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.wasm2java.aot.diagnostic.WasmModuleException;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.instruction.MemoryOpcode;
import org.wasm2java.aot.instruction.ReferenceOpcode;
import org.wasm2java.aot.instruction.TableOpcode;
import org.wasm2java.aot.ir.EntityOperation;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Kind;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.type.AddressType;

/** Lowers operations on whole memories, tables, segments and references. */
final class EntityLowering {
  private final IndexSpaces spaces;
  private final ValueStack stack;

  EntityLowering(IndexSpaces spaces, ValueStack stack) {
    this.spaces = spaces;
    this.stack = stack;
  }

  /** Lowers a memory instruction that is neither a load nor a store. */
  void memory(
      MemoryOpcode opcode,
      Instruction instruction,
      Function<String, WasmModuleException> unsupported) {
    int first = first(instruction);
    int second = second(instruction);
    switch (opcode) {
      case MEMORY_SIZE -> {
        requireMemory32(first, opcode.text(), unsupported);
        push(EntityOperation.MEMORY_SIZE, Kind.INT, first, 0, 0);
      }
      case MEMORY_GROW -> {
        requireMemory32(first, opcode.text(), unsupported);
        push(EntityOperation.MEMORY_GROW, Kind.INT, first, 0, 1);
      }
      case MEMORY_FILL -> {
        requireMemory32(first, opcode.text(), unsupported);
        emit(EntityOperation.MEMORY_FILL, first, 0, 3);
      }
      case MEMORY_COPY -> {
        requireMemory32(first, opcode.text(), unsupported);
        requireMemory32(second, opcode.text(), unsupported);
        emit(EntityOperation.MEMORY_COPY, first, second, 3);
      }
      case MEMORY_INIT -> {
        requireMemory32(second, opcode.text(), unsupported);
        emit(EntityOperation.MEMORY_INIT, first, second, 3);
      }
      case DATA_DROP -> emit(EntityOperation.DATA_DROP, first, 0, 0);
      default -> throw new IllegalStateException(opcode.text() + " is an access");
    }
  }

  private void requireMemory32(
      int memoryIndex, String text, Function<String, WasmModuleException> unsupported) {
    if (spaces.memoryType(memoryIndex).limits().addressType() == AddressType.I64) {
      throw unsupported.apply(text + " on a memory with 64-bit addresses");
    }
  }

  void requireTable32(
      int tableIndex, String text, Function<String, WasmModuleException> unsupported) {
    if (spaces.tableType(tableIndex).limits().addressType() == AddressType.I64) {
      throw unsupported.apply(text + " on a table with 64-bit addresses");
    }
  }

  /** Lowers a table instruction. */
  void table(
      TableOpcode opcode,
      Instruction instruction,
      Function<String, WasmModuleException> unsupported) {
    int first = first(instruction);
    int second = second(instruction);
    switch (opcode) {
      case TABLE_GET -> {
        requireTable32(first, opcode.text(), unsupported);
        push(EntityOperation.TABLE_GET, elementKind(first, unsupported), first, 0, 1);
      }
      case TABLE_SET -> {
        requireTable32(first, opcode.text(), unsupported);
        emit(EntityOperation.TABLE_SET, first, 0, 2);
      }
      case TABLE_SIZE -> {
        requireTable32(first, opcode.text(), unsupported);
        push(EntityOperation.TABLE_SIZE, Kind.INT, first, 0, 0);
      }
      case TABLE_GROW -> {
        requireTable32(first, opcode.text(), unsupported);
        push(EntityOperation.TABLE_GROW, Kind.INT, first, 0, 2);
      }
      case TABLE_FILL -> {
        requireTable32(first, opcode.text(), unsupported);
        emit(EntityOperation.TABLE_FILL, first, 0, 3);
      }
      case TABLE_COPY -> {
        requireTable32(first, opcode.text(), unsupported);
        requireTable32(second, opcode.text(), unsupported);
        emit(EntityOperation.TABLE_COPY, first, second, 3);
      }
      case TABLE_INIT -> {
        requireTable32(second, opcode.text(), unsupported);
        emit(EntityOperation.TABLE_INIT, first, second, 3);
      }
      case ELEM_DROP -> emit(EntityOperation.ELEM_DROP, first, 0, 0);
    }
  }

  private Kind elementKind(int tableIndex, Function<String, WasmModuleException> unsupported) {
    var type = spaces.tableType(tableIndex).elementType();
    if (!Kind.isSupported(type)) {
      throw unsupported.apply("a table of " + type.text());
    }
    return Kind.of(type);
  }

  /** Lowers a reference instruction. */
  void reference(
      ReferenceOpcode opcode,
      Instruction instruction,
      Function<String, WasmModuleException> unsupported) {
    switch (opcode) {
      case REF_NULL -> {
        var type = ((Instruction.HeapTyped) instruction).type();
        if (!Kind.isSupported(type)) {
          throw unsupported.apply("ref.null of " + type.text());
        }
        stack.push(new Expr.Constant(Kind.of(type), 0));
      }
      case REF_IS_NULL -> push(EntityOperation.REF_IS_NULL, Kind.INT, 0, 0, 1);
      case REF_FUNC -> push(EntityOperation.REF_FUNC, Kind.FUNCTION, first(instruction), 0, 0);
      case REF_EQ, REF_AS_NON_NULL, REF_TEST, REF_TEST_NULL, REF_CAST, REF_CAST_NULL ->
          throw unsupported.apply(opcode.text());
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

  private void push(EntityOperation operation, Kind kind, int first, int second, int count) {
    List<Pending> operands = stack.pop(count);
    List<Expr> exprs = new ArrayList<>();
    operands.forEach(operand -> exprs.add(operand.expr()));
    stack.pushNode(new Expr.Entity(operation, kind, first, second, exprs), operands);
  }

  private void emit(EntityOperation operation, int first, int second, int count) {
    push(operation, Kind.VOID, first, second, count);
    Pending value = stack.pop();
    stack.emit(new Stmt.Evaluate(value.expr()), value.effects());
  }
}
