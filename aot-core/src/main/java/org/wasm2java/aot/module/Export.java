package org.wasm2java.aot.module;

/** Something that the module gives out under a name. */
public record Export(String name, ExternKind kind, int index) {}
