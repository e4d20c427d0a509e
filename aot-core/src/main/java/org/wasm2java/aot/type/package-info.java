/**
 * The types of WebAssembly 3.0 as data, and subtyping in one place. May use the JDK and {@code
 * diagnostic}.
 */
@NullMarked
package org.wasm2java.aot.type;

import org.jspecify.annotations.NullMarked;
