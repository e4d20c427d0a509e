package org.wasm2java.runtime.format;

/**
 * What tells the instructions of one Java line apart: what was thrown where an instruction traps
 * itself, and what an instruction calls where the trap is inside. A call of another Java method has
 * its class and name as the key, see {@link #ofMethod}.
 *
 * <pre>{@code
 * String key = FrameKey.ofFunction(12); // a call of function 12
 * }</pre>
 */
public enum FrameKey {
  /** An access to an array without a call. */
  ARRAY("[]"),
  /** A use of a reference that may be null or of another type, without a call. */
  REFERENCE("."),
  /** A division without a call. */
  DIVISION("/"),
  /** A call through a table or of a reference. */
  INDIRECT("()"),
  /** A call of a function, with its index. */
  FUNCTION("func"),
  /** An access through a view of an array, with the view's method. */
  VIEW("view.");

  private final String text;

  FrameKey(String text) {
    this.text = text;
  }

  /** Returns the key that has nothing behind it. */
  public String text() {
    return text;
  }

  /** Returns the key of a call of a function. */
  public static String ofFunction(int functionIndex) {
    return FUNCTION.text.concat(Integer.toString(functionIndex));
  }

  /** Returns the key of an access by a method of a view, {@code get} or {@code set}. */
  public static String ofView(String method) {
    return VIEW.text.concat(method);
  }

  /** Returns whether a key is of this sort. */
  boolean isStartOf(String key) {
    return key.startsWith(text);
  }

  /** Returns the key of a call of a Java method that is no function's. */
  public static String ofMethod(String simpleClassName, String method) {
    return simpleClassName.concat(".").concat(method);
  }
}
