package org.wasm2java.aot.module;

import org.wasm2java.aot.type.GlobalType;

/** A global that the module defines. */
public record GlobalDefinition(GlobalType type, Body initializer) {}
