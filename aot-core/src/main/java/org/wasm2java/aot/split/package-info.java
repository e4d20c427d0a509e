/**
 * Lays a module's classes, methods and data out; the decisions end in {@code JavaPlan}. What
 * becomes of one function is decided in {@code split.method}. May use everything up to {@code
 * lower} and {@code optimize}.
 */
@NullMarked
package org.wasm2java.aot.split;

import org.jspecify.annotations.NullMarked;
