package org.wasm2java.aot.split.method.plan;

/**
 * How a function is to be cut: more finely after each attempt whose class files were larger than
 * estimated.
 *
 * @param number 1 for the first
 * @param limit how large the methods may be
 * @param strategy where the locals live, if the function has to be cut
 */
public record SplitAttempt(int number, MethodLimit limit, Strategy strategy) {
  /** From this attempt on, cutting finer has not helped: what parts hand on takes the space. */
  private static final int WITH_ARRAYS = 3;

  /** Returns the first attempt with limits. */
  public static SplitAttempt first(MethodLimit limit) {
    return new SplitAttempt(1, limit, Strategy.VARIABLES);
  }

  /** Returns the attempt after this one. */
  public SplitAttempt next() {
    int next = number + 1;
    return new SplitAttempt(
        next, limit.finer(), next < WITH_ARRAYS ? Strategy.VARIABLES : Strategy.ARRAYS);
  }
}
