/**
 * The typed, structured tree between WebAssembly and Java: expressions and statements that every
 * later phase reads. May use {@code diagnostic}, {@code type}, {@code instruction}, {@code module}.
 */
@NullMarked
package org.wasm2java.aot.ir;

import org.jspecify.annotations.NullMarked;
