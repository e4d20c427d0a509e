package org.wasm2java.runtime.ops;

/**
 * For generated code; Java calls {@code WasmFunction.call} or a typed method, which know traps. A
 * function whose parameters and result are numbers, called with each as 64 raw bits: how modules
 * that know nothing of each other's classes, and host functions, call each other without boxing. An
 * {@code i32} is sign-extended, floats are their bits; a function without a result returns 0. A
 * function implements the method of its number of parameters.
 *
 * <pre>{@code
 * double result = Double.longBitsToDouble(raw.raw2(count, Double.doubleToRawLongBits(x)));
 * }</pre>
 */
public interface RawCall {
  /** The most parameters that such a function has. */
  int MAX_PARAMETERS = 8;

  /** Calls a function of no parameters. */
  default long raw0() {
    throw wrongCount();
  }

  /** Calls a function of one parameter. */
  default long raw1(long a) {
    throw wrongCount();
  }

  /** Calls a function of two parameters. */
  default long raw2(long a, long b) {
    throw wrongCount();
  }

  /** Calls a function of three parameters. */
  default long raw3(long a, long b, long c) {
    throw wrongCount();
  }

  /** Calls a function of four parameters. */
  default long raw4(long a, long b, long c, long d) {
    throw wrongCount();
  }

  /** Calls a function of five parameters. */
  default long raw5(long a, long b, long c, long d, long e) {
    throw wrongCount();
  }

  /** Calls a function of six parameters. */
  default long raw6(long a, long b, long c, long d, long e, long f) {
    throw wrongCount();
  }

  /** Calls a function of seven parameters. */
  default long raw7(long a, long b, long c, long d, long e, long f, long g) {
    throw wrongCount();
  }

  /** Calls a function of eight parameters. */
  default long raw8(long a, long b, long c, long d, long e, long f, long g, long h) {
    throw wrongCount();
  }

  private IllegalStateException wrongCount() {
    return new IllegalStateException(this + " was called with a wrong number of parameters");
  }
}
