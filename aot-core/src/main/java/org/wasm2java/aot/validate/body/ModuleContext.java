package org.wasm2java.aot.validate.body;

import java.util.BitSet;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.module.WasmModule;
import org.wasm2java.aot.type.Subtyping;

/**
 * What the validity of a function depends on besides itself.
 *
 * @param declaredFunctions the functions whose references may be taken: those that occur outside
 *     functions
 * @see <a
 *     href="https://webassembly.github.io/spec/core/valid/conventions.html#contexts">Contexts</a>
 */
public record ModuleContext(
    WasmModule module, IndexSpaces spaces, Subtyping subtyping, BitSet declaredFunctions) {}
