/**
 * Tail calls of small functions become part of the functions that make them. May use {@code
 * validate} and all that it uses.
 */
@NullMarked
package org.wasm2java.aot.inline;

import org.jspecify.annotations.NullMarked;
