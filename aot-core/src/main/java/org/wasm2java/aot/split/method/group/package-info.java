/**
 * Groups the statements of a function that belong together, before anything is cut: the cases of a
 * large switch, and some loops. A group is a statement. May use {@code split.method.plan} and what
 * is above it.
 */
@NullMarked
package org.wasm2java.aot.split.method.group;

import org.jspecify.annotations.NullMarked;
