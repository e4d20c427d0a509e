/**
 * The extensions of WebAssembly that a valid module uses, and those of them that this version
 * cannot translate or the build refuses: found before any function is lowered. Depends on the
 * packages up to {@code ir}.
 */
@NullMarked
package org.wasm2java.aot.support;

import org.jspecify.annotations.NullMarked;
