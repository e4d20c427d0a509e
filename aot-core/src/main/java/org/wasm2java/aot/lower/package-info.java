/**
 * Stack code to expressions and statements: decides when a value may stay an expression and when it
 * must be named. May use everything up to {@code ir} and {@code validate}.
 */
@NullMarked
package org.wasm2java.aot.lower;

import org.jspecify.annotations.NullMarked;
