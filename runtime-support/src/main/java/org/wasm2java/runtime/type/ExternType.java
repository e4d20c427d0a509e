package org.wasm2java.runtime.type;

/**
 * The type of an import or export.
 *
 * <pre>{@code
 * for (ExportType export : Sha256.descriptor().exports()) {
 *   System.out.println(export.name() + ": " + export.type().text()); // digest: func [i32 i32] -> []
 * }
 * }</pre>
 *
 * @see <a href="https://webassembly.github.io/spec/core/syntax/types.html#external-types">External
 *     types</a>
 */
public sealed interface ExternType
    permits FunctionType, MemoryType, TableType, GlobalType, TagType {
  /** Returns kind and type, for instance {@code func [i32] -> []} or {@code memory 1..16}. */
  String text();
}
