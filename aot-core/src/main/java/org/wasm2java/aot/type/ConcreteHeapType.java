package org.wasm2java.aot.type;

import java.util.Optional;

/**
 * A heap type that the module defines.
 *
 * @param typeIndex which; behind validation it is the least index of an equal type
 * @param definition what is known of the type behind validation; empty before
 */
public record ConcreteHeapType(int typeIndex, Optional<TypeDefinition> definition)
    implements HeapType {
  /** A type as the binary names it. */
  public ConcreteHeapType(int typeIndex) {
    this(typeIndex, Optional.empty());
  }

  @Override
  public String text() {
    return Integer.toUnsignedString(typeIndex);
  }
}
