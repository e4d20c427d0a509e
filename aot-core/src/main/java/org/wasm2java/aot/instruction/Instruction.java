package org.wasm2java.aot.instruction;

import java.util.List;
import org.wasm2java.aot.type.ReferenceType;
import org.wasm2java.aot.type.ValueType;

/** An instruction with its immediates: one record per shape of immediates. */
public sealed interface Instruction {
  /** Returns the instruction's row. */
  Opcode opcode();

  /** No immediates. */
  record Plain(Opcode opcode) implements Instruction {}

  /** One index, whose space the row's immediates tell. */
  record Indexed(Opcode opcode, int index) implements Instruction {}

  /** Two indices in the order of the binary format. */
  record DoublyIndexed(Opcode opcode, int first, int second) implements Instruction {}

  /** A construct with a block type. */
  record Structured(Opcode opcode, BlockType blockType) implements Instruction {}

  /** A branch by number. */
  record BranchTable(Opcode opcode, List<Integer> labels, int defaultLabel) implements Instruction {
    /** Copies the list. */
    public BranchTable {
      labels = List.copyOf(labels);
    }
  }

  /** A number by its bits; an i32 is sign-extended, an f32 is in the low 32 bits. */
  record Constant(Opcode opcode, long bits) implements Instruction {}

  /** Sixteen bytes, a vector or lanes; byte 0 is the lowest of {@code low}. */
  record VectorConstant(Opcode opcode, long low, long high) implements Instruction {}

  /** An access to a memory; the lane is -1 where there is none. */
  record Memory(Opcode opcode, MemArg memArg, int lane) implements Instruction {}

  /** A lane of a vector. */
  record Lane(Opcode opcode, int lane) implements Instruction {}

  /** {@code select} with types. */
  record SelectTyped(Opcode opcode, List<ValueType> types) implements Instruction {
    /** Copies the list. */
    public SelectTyped {
      types = List.copyOf(types);
    }
  }

  /** A reference type. */
  record HeapTyped(Opcode opcode, ReferenceType type) implements Instruction {}

  /** A branch that depends on a cast. */
  record BranchOnCast(Opcode opcode, int label, ReferenceType source, ReferenceType target)
      implements Instruction {}

  /** A construct that catches. */
  record TryTable(Opcode opcode, BlockType blockType, List<CatchClause> clauses)
      implements Instruction {
    /** Copies the list. */
    public TryTable {
      clauses = List.copyOf(clauses);
    }
  }
}
