package org.wasm2java.aot.type;

/** The type of a global and whether it can be set. */
public record GlobalType(ValueType valueType, boolean mutable) implements ExternType {}
