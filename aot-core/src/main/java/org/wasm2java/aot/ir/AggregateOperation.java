package org.wasm2java.aot.ir;

/** Operations on structures, arrays and 31-bit integers. */
public enum AggregateOperation {
  /** A new structure of values for its fields. */
  STRUCT_NEW,
  /** A new structure whose fields are zero or null. */
  STRUCT_NEW_DEFAULT,
  /** The value of a field; of a packed one sign-extended. */
  STRUCT_GET,
  /** The value of a packed field, zero-extended. */
  STRUCT_GET_U,
  /** Sets a field. */
  STRUCT_SET,
  /** A new array of equal elements: a value and the length. */
  ARRAY_NEW,
  /** A new array of zeros or nulls of a length. */
  ARRAY_NEW_DEFAULT,
  /** A new array of the operands. */
  ARRAY_NEW_FIXED,
  /** A new array from data segment {@code member}: a byte offset and the length. */
  ARRAY_NEW_DATA,
  /** A new array from element segment {@code member}: an offset and the length. */
  ARRAY_NEW_ELEM,
  /** An element; of a packed one sign-extended. */
  ARRAY_GET,
  /** A packed element, zero-extended. */
  ARRAY_GET_U,
  /** Sets an element: the array, its index, and the carriers of the value. */
  ARRAY_SET,
  /** The length of an array, which may be of any type. */
  ARRAY_LEN,
  /** Sets a range of elements: the array, a start, the carriers of the value, and a count. */
  ARRAY_FILL,
  /** Copies elements: an array, a start, the array from which, a start there, and a count. */
  ARRAY_COPY,
  /** Sets elements from data segment {@code member}: the array, a start, a byte, and a count. */
  ARRAY_INIT_DATA,
  /** Sets elements from element segment {@code member}: the array, a start, one there, a count. */
  ARRAY_INIT_ELEM,
  /** A reference to a 31-bit integer. */
  REF_I31,
  /** The value of a 31-bit integer, sign-extended. */
  I31_GET_S,
  /** The value of a 31-bit integer, zero-extended. */
  I31_GET_U,
  /** Whether two references are equal. */
  REF_EQ;

  /** Returns whether it makes an object. */
  public boolean allocates() {
    return switch (this) {
      case STRUCT_NEW, STRUCT_NEW_DEFAULT, ARRAY_NEW, ARRAY_NEW_DEFAULT, ARRAY_NEW_FIXED -> true;
      case ARRAY_NEW_DATA, ARRAY_NEW_ELEM, REF_I31 -> true;
      default -> false;
    };
  }
}
