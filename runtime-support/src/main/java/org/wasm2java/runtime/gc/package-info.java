/**
 * The objects of WebAssembly's garbage-collected heap: what every structure, array and 31-bit
 * integer is. Generated classes extend {@code WasmStruct} and {@code WasmArray}. Depends on the
 * packages {@code runtime} and {@code runtime.type}.
 */
package org.wasm2java.runtime.gc;
