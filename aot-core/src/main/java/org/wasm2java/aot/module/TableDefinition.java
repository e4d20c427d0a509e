package org.wasm2java.aot.module;

import java.util.Optional;
import org.wasm2java.aot.type.TableType;

/** A table that the module defines; without an initializer its elements are null. */
public record TableDefinition(TableType type, Optional<Body> initializer) {}
