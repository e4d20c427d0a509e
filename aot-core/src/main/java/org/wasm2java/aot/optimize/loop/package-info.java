/**
 * Loops that copy, fill or compare memory: what a round of them does, and how many rounds can be
 * done at once. Knows the IR only.
 */
@NullMarked
package org.wasm2java.aot.optimize.loop;

import org.jspecify.annotations.NullMarked;
