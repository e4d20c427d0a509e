package org.wasm2java.aot.instruction;

/** Where control goes behind an instruction. */
public enum Flow {
  /** To the next instruction. */
  NEXT,
  /** Never to the next instruction: what follows up to the block's end cannot be reached. */
  AWAY
}
