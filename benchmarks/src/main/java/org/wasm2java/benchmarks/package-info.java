/**
 * Times whole programs in this project's output and in other engines. Depends on the translator's
 * API, the runtime, Endive, and the polyglot API.
 */
@NullMarked
package org.wasm2java.benchmarks;

import org.jspecify.annotations.NullMarked;
