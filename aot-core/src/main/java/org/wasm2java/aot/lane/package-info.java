/**
 * Replaces vectors by their lanes: decides on a shape for each local that holds a vector, and
 * rewrites a function so that it has numbers alone.
 */
@NullMarked
package org.wasm2java.aot.lane;

import org.jspecify.annotations.NullMarked;
