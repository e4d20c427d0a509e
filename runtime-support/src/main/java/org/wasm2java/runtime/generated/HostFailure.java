package org.wasm2java.runtime.generated;

/**
 * Carries an exception of a host function through WebAssembly frames where its class would
 * otherwise be taken for a trap. Never seen outside: the export unwraps it.
 */
final class HostFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  HostFailure(Throwable cause) {
    super(null, cause, false, false);
  }
}
