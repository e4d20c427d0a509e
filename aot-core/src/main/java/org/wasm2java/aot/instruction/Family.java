package org.wasm2java.aot.instruction;

import java.util.List;

/** The tables of rows: what a phase does with instructions of one kind, it does in one place. */
public enum Family {
  /** Structure, branches, calls and exceptions. */
  CONTROL(ControlOpcode.values()),
  /** What takes any type of operand. */
  PARAMETRIC(ParametricOpcode.values()),
  /** Locals and globals. */
  VARIABLE(VariableOpcode.values()),
  /** Tables and element segments. */
  TABLE(TableOpcode.values()),
  /** Loads and stores of numbers. */
  ACCESS(AccessOpcode.values()),
  /** Whole memories and data segments. */
  MEMORY(MemoryOpcode.values()),
  /** References. */
  REFERENCE(ReferenceOpcode.values()),
  /** Structures, arrays and what else is an object. */
  AGGREGATE(AggregateOpcode.values()),
  /** Numbers. */
  NUMERIC(NumericOpcode.values()),
  /** 128-bit vectors, their loads and stores included. */
  VECTOR(VectorOpcode.values()),
  /** Atomic accesses to memories. */
  ATOMIC(AtomicOpcode.values());

  private final List<Opcode> rows;

  Family(Opcode[] rows) {
    this.rows = List.of(rows);
  }

  /** Returns the rows in the order of the table. */
  public List<Opcode> rows() {
    return rows;
  }
}
