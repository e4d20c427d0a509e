/**
 * Validation: proves that a decoded module keeps the specification's rules, and keeps what the
 * proof found. May use {@code diagnostic}, {@code type}, {@code instruction}, {@code module}.
 */
@NullMarked
package org.wasm2java.aot.validate;

import org.jspecify.annotations.NullMarked;
