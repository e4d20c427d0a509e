package org.wasm2java.aot.type;

import java.util.Locale;

/** The heap types that no module defines; {@code code} is the byte of the binary format. */
public enum AbstractHeapType implements HeapType {
  /** Any internal reference. */
  ANY(0x6E, "anyref"),
  /** References that can be compared. */
  EQ(0x6D, "eqref"),
  /** Unboxed 31-bit integers. */
  I31(0x6C, "i31ref"),
  /** All structures. */
  STRUCT(0x6B, "structref"),
  /** All arrays. */
  ARRAY(0x6A, "arrayref"),
  /** The bottom of the internal references. */
  NONE(0x71, "nullref"),
  /** All functions. */
  FUNC(0x70, "funcref"),
  /** The bottom of the functions. */
  NOFUNC(0x73, "nullfuncref"),
  /** All external references. */
  EXTERN(0x6F, "externref"),
  /** The bottom of the external references. */
  NOEXTERN(0x72, "nullexternref"),
  /** All exceptions. */
  EXN(0x69, "exnref"),
  /** The bottom of the exceptions. */
  NOEXN(0x74, "nullexnref");

  private final int code;
  private final String nullableText;

  AbstractHeapType(int code, String nullableText) {
    this.code = code;
    this.nullableText = nullableText;
  }

  /** Returns the byte that stands for the type in the binary format. */
  public int code() {
    return code;
  }

  /** Returns the abbreviation for the nullable reference, for instance {@code funcref}. */
  public String nullableText() {
    return nullableText;
  }

  @Override
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
