package org.wasm2java.aot.type;

/** The element of an array. */
public record ArrayType(FieldType element) implements CompositeType {}
