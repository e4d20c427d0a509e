package org.wasm2java.aot.type;

/** A field type narrower than any value type. */
public enum PackedType implements StorageType {
  /** Eight bits. */
  I8("i8", 1),
  /** Sixteen bits. */
  I16("i16", 2);

  private final String text;
  private final int bytes;

  PackedType(String text, int bytes) {
    this.text = text;
    this.bytes = bytes;
  }

  @Override
  public String text() {
    return text;
  }

  /** Returns the width in bytes. */
  public int bytes() {
    return bytes;
  }
}
