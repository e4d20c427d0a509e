package org.wasm2java.aot.instruction;

/** Which immediates follow an opcode in the binary format, by shape. */
public enum Immediates {
  /** None. */
  NONE,
  /** A block type. */
  BLOCK_TYPE,
  /** A label. */
  LABEL,
  /** A vector of labels and a default label. */
  LABELS,
  /** A local. */
  LOCAL,
  /** A global. */
  GLOBAL,
  /** A function. */
  FUNCTION,
  /** A type. */
  TYPE,
  /** A tag. */
  TAG,
  /** A table. */
  TABLE,
  /** A memory. */
  MEMORY,
  /** A data segment. */
  DATA,
  /** An element segment. */
  ELEMENT,
  /** A type and a table. */
  TYPE_TABLE,
  /** An element segment and a table. */
  ELEMENT_TABLE,
  /** Two tables, destination first. */
  TABLE_TABLE,
  /** A data segment and a memory. */
  DATA_MEMORY,
  /** Two memories, destination first. */
  MEMORY_MEMORY,
  /** A structure type and a field. */
  TYPE_FIELD,
  /** Two types, destination first. */
  TYPE_TYPE,
  /** An array type and a length. */
  TYPE_LENGTH,
  /** An array type and a data segment. */
  TYPE_DATA,
  /** An array type and an element segment. */
  TYPE_ELEMENT,
  /** Alignment, memory and offset. */
  MEM_ARG,
  /** Alignment, memory, offset and lane. */
  MEM_ARG_LANE,
  /** A lane. */
  LANE,
  /** A signed 32-bit number. */
  I32,
  /** A signed 64-bit number. */
  I64,
  /** The bits of an f32. */
  F32,
  /** The bits of an f64. */
  F64,
  /** Sixteen bytes. */
  V128,
  /** Sixteen lanes. */
  LANES,
  /** A vector of value types. */
  VALUE_TYPES,
  /** A heap type, for a nullable reference. */
  HEAP_TYPE_NULL,
  /** A heap type, for a reference without null. */
  HEAP_TYPE,
  /** Flags, a label and two heap types. */
  CAST_BRANCH,
  /** A block type and catch clauses. */
  CATCHES,
  /** One byte that must be zero. */
  ZERO_BYTE
}
