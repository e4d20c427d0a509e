/**
 * Gives the defined types of a valid module what code generation needs of them: one index for equal
 * types, an identity that other modules agree on, and the Java class of structures and arrays.
 * Depends on the packages up to {@code validate}.
 */
@NullMarked
package org.wasm2java.aot.resolve;

import org.jspecify.annotations.NullMarked;
