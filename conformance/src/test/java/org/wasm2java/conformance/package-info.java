/**
 * Where the shared test data is and how translated modules are loaded. Depends on the translator's
 * API and the runtime.
 */
@NullMarked
package org.wasm2java.conformance;

import org.jspecify.annotations.NullMarked;
