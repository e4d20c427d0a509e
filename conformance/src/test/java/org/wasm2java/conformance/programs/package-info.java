/**
 * Whole programs: the right output from generated jars, small heaps, reproducible output. Depends
 * on {@code conformance}.
 */
@NullMarked
package org.wasm2java.conformance.programs;

import org.jspecify.annotations.NullMarked;
