package org.wasm2java.aot.type;

/**
 * What an import asks for.
 *
 * @see <a href="https://webassembly.github.io/spec/core/syntax/types.html#external-types">External
 *     types</a>
 */
public sealed interface ExternType
    permits FunctionReferenceType, TableType, MemoryType, GlobalType, TagType {}
