/** A guest's memory as WASI sees it: nothing else in WASI knows what a memory is made of. */
package org.wasm2java.wasi.memory;
