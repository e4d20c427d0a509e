package org.wasm2java.runtime;

/**
 * Why an execution trapped; the text is the phrase of the WebAssembly specification's reference
 * interpreter, so that tools and people find it in the specification's test suite.
 *
 * <pre>{@code
 * if (trap.kind() == TrapKind.CALL_STACK_EXHAUSTED) {
 *   retryOnLargerStack();
 * }
 * }</pre>
 *
 * @see <a href="https://webassembly.github.io/spec/core/intro/overview.html#trap">Traps</a>
 */
public enum TrapKind {
  /** An {@code unreachable} instruction was executed. */
  UNREACHABLE("unreachable"),
  /** An integer division or remainder by zero. */
  INTEGER_DIVIDE_BY_ZERO("integer divide by zero"),
  /** A signed division whose quotient does not fit, or a truncation of a float out of range. */
  INTEGER_OVERFLOW("integer overflow"),
  /** A truncation of a NaN to an integer. */
  INVALID_CONVERSION_TO_INTEGER("invalid conversion to integer"),
  /** An access outside a linear memory or a data segment. */
  OUT_OF_BOUNDS_MEMORY_ACCESS("out of bounds memory access"),
  /** An access outside a table or an element segment. */
  OUT_OF_BOUNDS_TABLE_ACCESS("out of bounds table access"),
  /** An indirect call through an index outside the table. */
  UNDEFINED_ELEMENT("undefined element"),
  /** An indirect call through a null table element. */
  UNINITIALIZED_ELEMENT("uninitialized element"),
  /** An indirect call of a function of another type. */
  INDIRECT_CALL_TYPE_MISMATCH("indirect call type mismatch"),
  /** A null reference where a function was to be called. */
  NULL_FUNCTION_REFERENCE("null function reference"),
  /** A null reference where an object was needed. */
  NULL_REFERENCE("null reference"),
  /** An access outside an array. */
  OUT_OF_BOUNDS_ARRAY_ACCESS("out of bounds array access"),
  /** A reference that is not of the type to which it was cast. */
  CAST_FAILURE("cast failure"),
  /** An array of more elements than a Java array can have. */
  ARRAY_TOO_LARGE("array too large"),
  /** A null reference where an exception was to be thrown again. */
  NULL_EXCEPTION_REFERENCE("null exception reference"),
  /** The Java stack, which holds the wasm call stack, is exhausted. */
  CALL_STACK_EXHAUSTED("call stack exhausted"),
  /** The thread was interrupted, the code cancelled, or a deadline has passed. */
  INTERRUPTED("interrupt"),
  /** The code has used up the fuel that it was given. */
  OUT_OF_FUEL("all fuel consumed");

  private final String text;

  TrapKind(String text) {
    this.text = text;
  }

  /** Returns the specification's phrase, for instance {@code integer divide by zero}. */
  public String text() {
    return text;
  }
}
