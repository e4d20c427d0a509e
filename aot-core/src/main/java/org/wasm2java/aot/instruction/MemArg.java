package org.wasm2java.aot.instruction;

/**
 * Where a memory instruction accesses.
 *
 * @param align the exponent of the alignment, a power of two
 * @param offset what is added to the address, unsigned
 * @param memoryIndex which memory
 */
public record MemArg(int align, long offset, int memoryIndex) {}
