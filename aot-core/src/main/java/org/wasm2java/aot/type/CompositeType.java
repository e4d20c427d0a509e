package org.wasm2java.aot.type;

/**
 * What a type definition describes: a function, a structure or an array.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/syntax/types.html#composite-types">Composite
 *     types</a>
 */
public sealed interface CompositeType permits FunctionType, StructType, ArrayType {}
