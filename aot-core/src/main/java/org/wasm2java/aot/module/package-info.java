/**
 * A decoded module, section for section as the specification's chapter 2.5 has it. May use {@code
 * diagnostic}, {@code type}, {@code instruction}.
 */
@NullMarked
package org.wasm2java.aot.module;

import org.jspecify.annotations.NullMarked;
