/**
 * Validation: proves that a decoded module keeps the specification's rules, and keeps what the
 * proof found. Sections are checked here, code in {@code validate.body}. May use {@code
 * diagnostic}, {@code type}, {@code instruction}, {@code module} and {@code validate.body}.
 */
@NullMarked
package org.wasm2java.aot.validate;

import org.jspecify.annotations.NullMarked;
