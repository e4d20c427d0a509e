/**
 * Passes over functions in one order, each a file of its own. May use everything up to {@code ir}.
 */
@NullMarked
package org.wasm2java.aot.optimize;

import org.jspecify.annotations.NullMarked;
