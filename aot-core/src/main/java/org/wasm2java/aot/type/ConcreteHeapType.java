package org.wasm2java.aot.type;

/** A type that the module defines. */
public record ConcreteHeapType(int typeIndex) implements HeapType {
  @Override
  public String text() {
    return Integer.toUnsignedString(typeIndex);
  }
}
