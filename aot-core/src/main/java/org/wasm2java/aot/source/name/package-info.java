/**
 * The names of generated classes, members and variables, and the one way by which text names
 * classes of the runtime. May use {@code place} for names that stand in text with marks.
 */
@NullMarked
package org.wasm2java.aot.source.name;

import org.jspecify.annotations.NullMarked;
