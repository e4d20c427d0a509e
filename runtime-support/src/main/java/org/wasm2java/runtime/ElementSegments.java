package org.wasm2java.runtime;

/**
 * Element segments as generated code keeps them.
 *
 * <pre>{@code
 * int[] functions = ElementSegments.unpack("\0\1\0\5"); // in generated code: func 0 and func 4
 * }</pre>
 */
public final class ElementSegments {
  /** What a dropped segment holds. */
  public static final Object[] EMPTY = {};

  private static final int DIGIT_BITS = 15;

  private ElementSegments() {}

  /**
   * Returns function indices that the translator packed into strings, two characters of 15 bits an
   * index, each one more than the index so that 0 stands for null (returned as -1). Java arrays
   * written out would exceed the size of a method.
   */
  public static int[] unpack(String... packed) {
    int count = 0;
    for (String part : packed) {
      count += part.length() / 2;
    }
    int[] indices = new int[count];
    int next = 0;
    for (String part : packed) {
      for (int i = 0; i < part.length(); i += 2) {
        indices[next++] = (part.charAt(i) << DIGIT_BITS | part.charAt(i + 1)) - 1;
      }
    }
    return indices;
  }
}
