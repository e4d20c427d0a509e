package org.wasm2java.aot.type;

import java.lang.constant.ClassDesc;
import java.util.Optional;

/**
 * What code generation knows of a defined type.
 *
 * @param kind whether it is a function, structure or array type
 * @param code what the runtime knows it by in any module: its kind, its identity, and those of its
 *     supertypes
 * @param javaClass the class of its values; empty for functions
 * @param origin where the class comes from
 */
public record TypeDefinition(
    AbstractHeapType kind, String code, Optional<ClassDesc> javaClass, Origin origin) {
  /** Where the class of a type comes from. */
  public enum Origin {
    /** The translation generates it for this module alone. */
    OWN,
    /** The translation generates it as that of any other module would, in a package they share. */
    SHARED,
    /** Another translation has generated it. */
    GIVEN
  }
}
