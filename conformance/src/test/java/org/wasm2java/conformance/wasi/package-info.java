/**
 * Runs the WASI preview 1 test suite through generated Java and reports every test. Depends on
 * {@code conformance}.
 */
@NullMarked
package org.wasm2java.conformance.wasi;

import org.jspecify.annotations.NullMarked;
