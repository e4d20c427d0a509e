package org.wasm2java.aot.type;

/** The type of a field and whether it can be set. */
public record FieldType(StorageType storage, boolean mutable) {}
