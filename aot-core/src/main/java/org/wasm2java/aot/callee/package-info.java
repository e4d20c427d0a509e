/**
 * What calling a function means for its caller, found for the whole module at once. Depends on the
 * packages up to {@code validate}.
 */
@NullMarked
package org.wasm2java.aot.callee;

import org.jspecify.annotations.NullMarked;
