/**
 * Validation of code: types the instructions of function bodies and constant expressions, by their
 * rows or, where types depend on the context, by one class for each group of rows. The rules'
 * phrases are here, too. May use {@code diagnostic}, {@code type}, {@code instruction}, {@code
 * module}.
 */
@NullMarked
package org.wasm2java.aot.validate.body;

import org.jspecify.annotations.NullMarked;
