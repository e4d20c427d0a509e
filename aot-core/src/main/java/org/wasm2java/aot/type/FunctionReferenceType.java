package org.wasm2java.aot.type;

/** A function by the index of its type. */
public record FunctionReferenceType(int typeIndex) implements ExternType {}
