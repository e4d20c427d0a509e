package org.wasm2java.runtime;

/**
 * What a module can import and export: a function, a memory, a table, a global or a tag.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/exec/runtime.html#external-instances">External
 *     instances</a>
 */
public sealed interface Extern permits WasmFunction, Memory, Table, Global, Tag {
  /** Returns kind and type in the specification's terms, for instance {@code func [i32] -> []}. */
  String describe();
}
