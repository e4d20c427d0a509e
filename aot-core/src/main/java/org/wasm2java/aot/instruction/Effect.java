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
  /** Calls a function: anything may happen. */
  CALLS,
  /** Whatever lowering finds in its context: the row does not tell. */
  CONTEXTUAL
}
