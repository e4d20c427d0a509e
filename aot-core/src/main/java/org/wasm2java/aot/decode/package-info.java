/**
 * From the bytes of a module to {@code WasmModule}. May use {@code diagnostic}, {@code type},
 * {@code instruction}, {@code module}.
 */
@NullMarked
package org.wasm2java.aot.decode;

import org.jspecify.annotations.NullMarked;
