package org.wasm2java.aot.instruction;

import org.wasm2java.aot.type.ValueType;

/**
 * The type of a block: nothing, one result, or a function type.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/syntax/instructions.html#control-instructions">Block
 *     types</a>
 */
public sealed interface BlockType {
  /** No parameters, no results. */
  record Empty() implements BlockType {}

  /** One result. */
  record Single(ValueType type) implements BlockType {}

  /** A function type. */
  record Indexed(int typeIndex) implements BlockType {}

  /** The one empty type. */
  BlockType EMPTY = new Empty();
}
