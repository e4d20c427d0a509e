package org.wasm2java.aot.type;

/** The type of an exception tag: the function type whose parameters are its payload. */
public record TagType(int typeIndex) implements ExternType {}
