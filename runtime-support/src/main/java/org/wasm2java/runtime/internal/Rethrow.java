package org.wasm2java.runtime.internal;

/**
 * Throws any exception, checked or not, as it is: what host functions and listeners throw is not
 * ours to wrap.
 *
 * <pre>{@code
 * throw Rethrow.unchecked(thrown);
 * }</pre>
 */
public final class Rethrow {
  private Rethrow() {}

  /** Throws the exception; the return type lets callers write {@code throw}. */
  public static RuntimeException unchecked(Throwable thrown) {
    throw Rethrow.<RuntimeException>as(thrown);
  }

  @SuppressWarnings("unchecked") // the cast is erased: this is how Java rethrows what it got
  private static <E extends Throwable> E as(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
