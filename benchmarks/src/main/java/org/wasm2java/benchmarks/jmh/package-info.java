/**
 * JMH benchmarks of single shapes of code and of WASI, each beside the same in hand-written Java.
 * Depends on the translator's API, the runtime and JMH.
 */
@NullMarked
package org.wasm2java.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
