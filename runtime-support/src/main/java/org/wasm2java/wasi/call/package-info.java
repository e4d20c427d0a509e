/**
 * The functions of WASI, a class for each group, and the structures by which they talk to a guest
 * in its memory.
 */
package org.wasm2java.wasi.call;
