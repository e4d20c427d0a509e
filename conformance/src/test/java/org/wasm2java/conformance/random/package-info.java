/**
 * Compares what random modules do on another JVM and in another engine. Depends on {@code
 * conformance} and on the random modules of the translator's tests.
 */
@NullMarked
package org.wasm2java.conformance.random;

import org.jspecify.annotations.NullMarked;
