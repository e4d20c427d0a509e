/**
 * The {@code wasm2java} command: arguments in, files and exit codes out. Depends on picocli and on
 * the API packages of the translator and of the runtime.
 */
@NullMarked
package org.wasm2java.cli;

import org.jspecify.annotations.NullMarked;
