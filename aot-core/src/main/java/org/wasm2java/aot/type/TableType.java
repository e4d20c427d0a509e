package org.wasm2java.aot.type;

/** The type of a table; limits in elements. */
public record TableType(ReferenceType elementType, Limits limits) implements ExternType {}
