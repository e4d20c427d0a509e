package org.wasm2java.runtime.gc;

/**
 * A reference that WebAssembly can compare: a structure, an array, or a 31-bit integer. Structures
 * and arrays are equal if they are the same object, integers if they have the same value.
 *
 * <pre>{@code
 * EqRef key = I31.of(7);
 * }</pre>
 *
 * @see <a href="https://webassembly.github.io/spec/core/syntax/types.html#heap-types">Heap
 *     types</a>
 */
public abstract class EqRef {
  EqRef() {}

  /** Implements {@code ref.eq}: whether two references, which may be null, are equal. */
  public static boolean same(Object one, Object other) {
    return one == other
        || (one instanceof I31 number && other instanceof I31 second && number.equals(second));
  }
}
