/**
 * One static method for each WebAssembly operation that Java has no operator for. Depends on {@code
 * org.wasm2java.runtime} and the JDK.
 */
package org.wasm2java.runtime.ops;
