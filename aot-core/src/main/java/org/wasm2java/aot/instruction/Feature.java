package org.wasm2java.aot.instruction;

/** The extensions of WebAssembly by the names of their proposals. */
public enum Feature {
  /** WebAssembly 1.0. */
  MVP("WebAssembly 1.0"),
  /** Imported and exported globals that can be set. */
  MUTABLE_GLOBALS("mutable globals"),
  /** Sign extension within a type. */
  SIGN_EXTENSION("sign extension"),
  /** Truncations that do not trap. */
  SATURATING_TRUNCATION("saturating truncation"),
  /** Several results. */
  MULTI_VALUE("multi-value"),
  /** Copying and filling memories and tables. */
  BULK_MEMORY("bulk memory"),
  /** References as values, several tables. */
  REFERENCE_TYPES("reference types"),
  /** 128-bit vectors. */
  SIMD("SIMD"),
  /** Vector instructions whose results may differ. */
  RELAXED_SIMD("relaxed SIMD"),
  /** Arithmetic in constant expressions. */
  EXTENDED_CONST("extended constant expressions"),
  /** Several memories. */
  MULTI_MEMORY("multiple memories"),
  /** Calls that replace their caller. */
  TAIL_CALLS("tail calls"),
  /** References to functions of a known type. */
  TYPED_FUNCTION_REFERENCES("typed function references"),
  /** Structures, arrays and subtyping. */
  GC("garbage collection"),
  /** Exceptions as references. */
  EXCEPTION_HANDLING("exception handling"),
  /** Exceptions in the form before standardisation. */
  LEGACY_EXCEPTIONS("legacy exception handling"),
  /** Memories and tables with 64-bit addresses. */
  MEMORY64("memory64"),
  /** Shared memories and atomics. */
  THREADS("threads");

  private final String text;

  Feature(String text) {
    this.text = text;
  }

  /** Returns the name for people. */
  public String text() {
    return text;
  }
}
