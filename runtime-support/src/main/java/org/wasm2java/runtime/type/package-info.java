/**
 * The types of WebAssembly at run time: of values, functions, memories, tables, globals and tags,
 * and of what a module imports and exports. Depends on {@code runtime.internal} alone.
 */
package org.wasm2java.runtime.type;
