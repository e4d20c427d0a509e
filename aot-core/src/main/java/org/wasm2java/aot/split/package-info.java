/**
 * Cuts functions to what HotSpot compiles well and lays methods, classes and data out; all
 * decisions end in {@code JavaPlan}. May use everything up to {@code lower} and {@code optimize}.
 */
@NullMarked
package org.wasm2java.aot.split;

import org.jspecify.annotations.NullMarked;
