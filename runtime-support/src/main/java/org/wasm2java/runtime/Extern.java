package org.wasm2java.runtime;

/**
 * What a module can import and export: a function, a memory, a table, a global or a tag.
 *
 * <pre>{@code
 * Object[] sum = instance.export("add").call(2, 3);
 * if (instance.export("memory") instanceof Memory memory) {
 *   memory.writeI32(64, 7);
 * }
 * }</pre>
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/exec/runtime.html#external-instances">External
 *     instances</a>
 */
public sealed interface Extern permits WasmFunction, Memory, Table, Global, Tag {
  /** Returns kind and type in the specification's terms, for instance {@code func [i32] -> []}. */
  String describe();

  /**
   * Calls it with boxed arguments, if it is a function; see {@link WasmFunction#call}.
   *
   * @throws UnsupportedOperationException if it is not
   */
  default Object[] call(Object... arguments) {
    throw new UnsupportedOperationException(describe() + " is not a function and cannot be called");
  }
}
