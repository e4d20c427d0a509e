/**
 * The translator as its users see it: options in, Java sources, classes and jars out. Depends on
 * every phase package of this module; only {@code tool} depends on it.
 */
@NullMarked
package org.wasm2java.aot;

import org.jspecify.annotations.NullMarked;
