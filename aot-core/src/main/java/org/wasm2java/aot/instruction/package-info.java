/**
 * Every instruction, described once: the opcode tables and the shapes of instructions. May use
 * {@code diagnostic} and {@code type}, and names the runtime's operations.
 */
@NullMarked
package org.wasm2java.aot.instruction;

import org.jspecify.annotations.NullMarked;
