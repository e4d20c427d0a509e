package org.wasm2java.aot.module;

/** When a segment is copied. */
public enum SegmentMode {
  /** By instructions only. */
  PASSIVE,
  /** At instantiation. */
  ACTIVE,
  /** Never: it only declares functions whose references are taken. */
  DECLARATIVE
}
