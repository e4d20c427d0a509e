package org.wasm2java.aot.type;

/**
 * What a reference refers to.
 *
 * @see <a href="https://webassembly.github.io/spec/core/syntax/types.html#heap-types">Heap
 *     types</a>
 */
public sealed interface HeapType permits AbstractHeapType, ConcreteHeapType {
  /** Returns the type in the text format. */
  String text();
}
