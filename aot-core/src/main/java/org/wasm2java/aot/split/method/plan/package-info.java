/**
 * The methods that a function becomes, and what decides on them: how large they may be and how
 * large they are by the estimates, which locals occur in them, and where control leaves them. May
 * use {@code ir} and what is above it.
 */
@NullMarked
package org.wasm2java.aot.split.method.plan;

import org.jspecify.annotations.NullMarked;
