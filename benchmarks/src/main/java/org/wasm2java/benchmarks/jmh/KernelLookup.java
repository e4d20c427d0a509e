package org.wasm2java.benchmarks.jmh;

import java.lang.invoke.MethodHandles;

/**
 * Gives a lookup that sees generated classes when this class is defined below their loader: lambdas
 * are made for callers that see what they call, and this package does not see generated classes.
 */
public final class KernelLookup {
  private KernelLookup() {}

  /** Returns a lookup with all privileges of the caller's own copy of this class. */
  public static MethodHandles.Lookup lookup() {
    return MethodHandles.lookup();
  }
}
