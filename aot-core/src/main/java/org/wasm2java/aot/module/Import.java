package org.wasm2java.aot.module;

import org.wasm2java.aot.type.ExternType;

/** Something that the module asks for under a module name and a field name. */
public record Import(String module, String field, ExternType type) {}
