package org.wasm2java.aot.instruction;

/** What executing an instruction can do, its operands aside. */
public enum Effect {
  /** Gives the same result wherever it is executed. */
  PURE,
  /** Like pure, but may trap. */
  TRAPS,
  /** Depends on memories, tables, globals or locals, and may trap. */
  READS,
  /** Changes them, and may trap. */
  WRITES,
  /** Transfers control or calls: anything may happen. */
  CALLS
}
