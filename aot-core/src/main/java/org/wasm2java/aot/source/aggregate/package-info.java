/**
 * Writes the classes of structures and arrays. Depends on {@code source.name} and the packages
 * before {@code source}.
 */
@NullMarked
package org.wasm2java.aot.source.aggregate;

import org.jspecify.annotations.NullMarked;
