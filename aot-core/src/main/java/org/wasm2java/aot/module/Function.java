package org.wasm2java.aot.module;

/**
 * A function that the module defines.
 *
 * @param typeIndex the index of its type
 * @param locals the declared locals
 * @param body the code
 * @param offset the byte offset of its code entry in the file
 * @param codeBytes the size of its code entry in bytes
 */
public record Function(
    int typeIndex, LocalDeclarations locals, Body body, int offset, int codeBytes) {}
