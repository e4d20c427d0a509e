package org.wasm2java.aot.validate.body;

/** Where control goes behind an instruction. */
enum Flow {
  /** To the next instruction. */
  NEXT,
  /** Never to the next instruction, so that the stack is polymorphic up to the block's end. */
  AWAY
}
