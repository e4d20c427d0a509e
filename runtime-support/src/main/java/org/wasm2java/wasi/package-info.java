/**
 * WASI preview 1 for generated command modules, one class for each function group. Depends on
 * {@code org.wasm2java.runtime} and the JDK.
 */
package org.wasm2java.wasi;
