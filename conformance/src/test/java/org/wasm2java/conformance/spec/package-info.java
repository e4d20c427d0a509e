/**
 * Runs the specification's test scripts through generated Java and reports every command. Depends
 * on {@code conformance}.
 */
@NullMarked
package org.wasm2java.conformance.spec;

import org.jspecify.annotations.NullMarked;
