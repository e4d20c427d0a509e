package org.wasm2java.aot.type;

/** The type of a memory; limits in pages. */
public record MemoryType(Limits limits, boolean shared) implements ExternType {}
