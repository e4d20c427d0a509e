package org.wasm2java.aot.type;

/** The type of addresses of a memory or table. */
public enum AddressType {
  /** 32-bit addresses. */
  I32(NumberType.I32),
  /** 64-bit addresses. */
  I64(NumberType.I64);

  private final NumberType valueType;

  AddressType(NumberType valueType) {
    this.valueType = valueType;
  }

  /** Returns the type of an address as a value. */
  public NumberType valueType() {
    return valueType;
  }
}
