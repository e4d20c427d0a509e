package org.wasm2java.aot.type;

import java.lang.constant.ClassDesc;
import java.util.Optional;

/**
 * What code generation knows of a defined type.
 *
 * @param kind whether it is a function, structure or array type
 * @param code what the runtime knows it by in any module: its kind, its identity, and those of its
 *     supertypes
 * @param javaClass the class of its values, which the translation generates; empty for functions
 */
public record TypeDefinition(AbstractHeapType kind, String code, Optional<ClassDesc> javaClass) {}
