/**
 * Statements and expressions as Java text: the bodies of functions. May use {@code name} and {@code
 * place}.
 */
@NullMarked
package org.wasm2java.aot.source.body;

import org.jspecify.annotations.NullMarked;
