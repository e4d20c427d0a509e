package org.wasm2java.runtime.generated;

/**
 * Generated code and this library are of versions that do not fit. An error, because Java passes
 * errors of static initializers on as they are; the message says what to update.
 *
 * <pre>{@code
 * com.acme.Sha256 was generated for runtime version 5, but wasm2java-runtime on the class path has
 * version 3: use a newer wasm2java-runtime
 * }</pre>
 */
public final class IncompatibleRuntimeError extends LinkageError {
  private static final long serialVersionUID = 1L;

  private IncompatibleRuntimeError(String message) {
    super(message);
  }

  /** Returns an error; its type keeps the JVM from loading this class until it is needed. */
  static LinkageError of(String message) {
    return new IncompatibleRuntimeError(message);
  }
}
