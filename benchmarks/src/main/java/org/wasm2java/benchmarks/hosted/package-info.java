/**
 * Times public programs that need SIMD and a host of their own, not WASI. Depends on {@code
 * benchmarks} and the runtime.
 */
@NullMarked
package org.wasm2java.benchmarks.hosted;

import org.jspecify.annotations.NullMarked;
